package studio.parley.ui.script.card;

import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import studio.parley.ui.script.model.LineActions;
import studio.parley.ui.script.model.ScriptModel;
import studio.parley.ui.script.model.WordActions;

/** The mouse on cards: a click selects, a click on the text edits, with Alt it plays from the word, dragging moves cards, a double click plays. */
public final class CardMouse {
    private static final double FAR_ENOUGH = 6;
    private static final double EDGE = 36;
    private final ScriptModel model;
    private final LineActions actions;
    private final WordActions words;
    private final VirtualCardList<LineCard> flow;
    private final Region mark = new Region();
    private Optional<LineCard> pressed = Optional.empty();
    private double fromY;
    private double nowY;
    private boolean dragging;
    private final AnimationTimer atEdge = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (nowY < EDGE) flow.scroll((nowY - EDGE) / 3);
            else if (nowY > flow.getHeight() - EDGE) flow.scroll((nowY - flow.getHeight() + EDGE) / 3);
            point();
        }
    };

    public CardMouse(ScriptModel model, LineActions actions, WordActions words, VirtualCardList<LineCard> flow) {
        this.model = model;
        this.actions = actions;
        this.words = words;
        this.flow = flow;
        mark.getStyleClass().add("drop-mark");
        mark.setManaged(false);
        mark.setVisible(false);
        mark.setMouseTransparent(true);
        flow.overlay(mark);
    }

    public void listen() {
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        flow.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        flow.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        flow.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (!dragging || e.getCode() != KeyCode.ESCAPE) return;
            end();
            e.consume();
        });
    }

    private void press(MouseEvent e) {
        pressed = Optional.empty();
        var card = above(e.getTarget(), LineCard.class);
        boolean inControl = above(e.getTarget(), TextInputControl.class).isPresent();
        if (e.getButton() != MouseButton.PRIMARY || card.isEmpty() || inControl) return;
        var id = card.get().line();
        boolean onButton = above(e.getTarget(), ButtonBase.class).isPresent();
        boolean onWords = above(e.getTarget(), HighlightedText.class).isPresent();
        if (e.isShiftDown()) model.extend(id);
        else if (e.isShortcutDown()) model.toggle(id);
        else if (onWords && e.isAltDown()) words.play(id, card.get().words.hit(e.getSceneX(), e.getSceneY()).getCharIndex());
        else if (onWords && model.chosen().size() < 2) type(card.get(), e);
        else if (!model.isSelected(id) || !model.current().equals(Optional.of(id))) model.select(id);
        if (onButton || onWords) return;
        if (model.caretProperty().get().isEmpty()) card.get().requestFocus();
        pressed = card;
        fromY = e.getY();
        if (e.getClickCount() == 2) actions.play(id);
    }

    private void type(LineCard card, MouseEvent e) {
        boolean empty = card.row().filter(r -> r.line().text().isEmpty()).isPresent();
        model.edit(card.line(), empty ? 0 : card.words.hit(e.getSceneX(), e.getSceneY()).getInsertionIndex());
    }

    private void drag(MouseEvent e) {
        if (pressed.isEmpty()) return;
        nowY = flow.sceneToLocal(e.getSceneX(), e.getSceneY()).getY();
        if (!dragging && Math.abs(e.getY() - fromY) > FAR_ENOUGH) begin();
        if (dragging) point();
        e.consume();
    }

    private void begin() {
        dragging = true;
        model.stopEditing();
        pressed.ifPresent(LineCard::requestFocus);
        mark.setVisible(true);
        atEdge.start();
    }

    private void point() {
        double y = flow.gapY(flow.gapAt(nowY));
        mark.resizeRelocate(10, y - 1.5, flow.getWidth() - 28, 3);
    }

    private void release(MouseEvent e) {
        var card = pressed;
        pressed = Optional.empty();
        if (dragging) {
            end();
            var ids = card.filter(c -> model.isSelected(c.line())).map(c -> model.chosen()).orElseGet(() -> card.stream().map(LineCard::line).toList());
            actions.moveTo(List.copyOf(ids), flow.gapAt(nowY));
        } else if (!e.isShiftDown() && !e.isShortcutDown()) {
            card.filter(c -> model.chosen().size() > 1).ifPresent(c -> model.select(c.line()));
        }
    }

    private void end() {
        dragging = false;
        pressed = Optional.empty();
        mark.setVisible(false);
        atEdge.stop();
    }

    static <T> Optional<T> above(Object target, Class<T> kind) {
        for (var at = target instanceof Node n ? n : null; at != null; at = at.getParent()) if (kind.isInstance(at)) return Optional.of(kind.cast(at));
        return Optional.empty();
    }
}
