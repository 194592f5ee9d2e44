package studio.parley.ui.script.card;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.command.Commands;
import studio.parley.ui.script.model.ScriptModel;
import studio.parley.ui.script.model.WordActions;

/** The context menu of cards: what can be done with the word under the mouse, the text being typed, and the line. */
public final class CardMenu {
    private final ScriptModel model;
    private final WordActions words;
    private final Commands commands;
    private final ContextMenu menu = new ContextMenu();

    public CardMenu(ScriptModel model, WordActions words) {
        this.model = model;
        this.words = words;
        commands = model.session().services().commands();
    }

    public void listen(VirtualCardList<LineCard> flow) {
        flow.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> CardMouse.above(e.getTarget(), LineCard.class).ifPresent(card -> {
            var field = CardMouse.above(e.getTarget(), TextInputControl.class);
            if (field.filter(f -> !(f instanceof LineEditor)).isPresent()) return;
            menu.getItems().clear();
            field.ifPresentOrElse(f -> typing(card, (LineEditor) f, e), () -> resting(card, e));
            line(field.isPresent());
            menu.show(card, e.getScreenX(), e.getScreenY());
            e.consume();
        }));
    }

    private void typing(LineCard card, LineEditor editor, ContextMenuEvent e) {
        boolean nothing = editor.getSelection().getLength() == 0;
        var cut = Controls.item("script.menu.cut", editor::cut);
        var copy = Controls.item("script.menu.copy", editor::copy);
        cut.setDisable(nothing);
        copy.setDisable(nothing);
        menu.getItems().addAll(cut, copy, Controls.item("script.menu.paste", editor::paste), Controls.item("script.menu.selectAll", editor::selectAll),
                new SeparatorMenuItem());
        int caret = editor.getCaretPosition();
        word(card, e.isKeyboardTrigger() ? caret : editor.characterAt(e.getSceneX(), e.getSceneY()));
        commands("script.split", "script.insertPause", "script.retakeSentence");
    }

    private void resting(LineCard card, ContextMenuEvent e) {
        if (!model.isSelected(card.line())) model.select(card.line());
        // The commands of lines belong to the script while it has the focus.
        card.requestFocus();
        boolean onWords = CardMouse.above(e.getTarget(), HighlightedText.class).isPresent();
        if (onWords) word(card, card.words.hit(e.getSceneX(), e.getSceneY()).getCharIndex());
    }

    private void word(LineCard card, int place) {
        var item = Controls.item("script.menu.playWord", () -> words.play(card.line(), place));
        item.setDisable(model.document().line(card.line()).filter(l -> l.sounding().isPresent()).isEmpty());
        menu.getItems().add(item);
    }

    private void line(boolean typing) {
        commands("script.play", "takes.retake");
        menu.getItems().add(new SeparatorMenuItem());
        commands("script.duplicate", typing ? "script.deleteLine" : "script.delete");
    }

    private void commands(String... ids) {
        menu.getItems().addAll(List.of(ids).stream().filter(commands::has).map(commands::item).toArray(MenuItem[]::new));
    }
}
