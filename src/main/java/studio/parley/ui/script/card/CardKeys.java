package studio.parley.ui.script.card;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.parley.ui.script.model.LineActions;
import studio.parley.ui.script.model.ScriptModel;

/** Keys on a card that is not being edited: arrows move from card to card, Enter starts editing. */
public record CardKeys(ScriptModel model, LineActions actions, VirtualCardList<LineCard> flow) {
    public void listen() {
        flow.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            boolean onCard = e.getTarget() instanceof LineCard;
            if (onCard && e.isShortcutDown() && toEnd(e.getCode(), e.isShiftDown())) e.consume();
            else if (onCard && !e.isShortcutDown() && !e.isAltDown() && act(e.getCode(), e.isShiftDown())) e.consume();
        });
    }

    private boolean toEnd(KeyCode key, boolean shift) {
        if (key != KeyCode.HOME && key != KeyCode.END) return false;
        model.step((key == KeyCode.HOME ? -1 : 1) * model.idsProperty().get().size(), shift);
        return true;
    }

    private boolean act(KeyCode key, boolean shift) {
        switch (key) {
            case UP -> model.step(-1, shift);
            case DOWN -> model.step(1, shift);
            case PAGE_UP -> model.step(-flow.page(), shift);
            case PAGE_DOWN -> model.step(flow.page(), shift);
            case ENTER, F2 -> model.current().flatMap(model.document()::line).ifPresent(l -> model.edit(l.id(), l.text().length()));
            case ESCAPE -> model.current().ifPresent(model::select);
            default -> {
                return false;
            }
        }
        return true;
    }
}
