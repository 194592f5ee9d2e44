package studio.parley.ui.queue;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.kit.SpeakerColour;

/** The view of the listening pass: line, takes, keys, at the bottom of the window. It keeps the focus until Escape. */
final class ListeningCard extends VBox {
    private static final List<String> KEYS = List.of("space", "digits", "f", "t", "k", "tab", "r", "n", "b", "esc");
    /** Approximate height of the queue bar. */
    private static final double QUEUE = 48;
    private static final double GAP = 8;
    private final ListeningPass pass;
    private final Label where = EllipsisTooltip.on(Controls.label("", "heading"));
    private final Label words = Controls.words("", "listening-words");
    private final HBox takes = new HBox(6);
    private final Label state = Controls.label("", "muted", "small");
    private Subscription following = Subscription.EMPTY;

    ListeningCard(ListeningPass pass) {
        super(10);
        this.pass = pass;
        setId("listening");
        getStyleClass().add("listening");
        setFocusTraversable(true);
        where.setId("listening-line");
        words.setId("listening-words");
        state.setId("listening-state");
        takes.setAlignment(Pos.CENTER_LEFT);
        var keys = new FlowPane(14, 4);
        for (var key : KEYS) keys.getChildren().add(key(key));
        setPrefWidth(680);
        getChildren().addAll(where, words, new HBox(12, takes, state), keys);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void show(Scene scene) {
        stayAbove(scene);
        ModalLayer.aside(scene, this, Messages.of("queue.listening"), Pos.BOTTOM_CENTER, this::ended);
        var session = pass.session();
        following = Subscription.combine(session.documentProperty().subscribe(d -> refresh()), pass.lineProperty().subscribe(this::refresh));
        var listener = (javafx.collections.MapChangeListener<String, Object>) change -> refresh();
        var statuses = session.speech().statuses();
        statuses.addListener(listener);
        following = following.and(() -> statuses.removeListener(listener));
        pass.start();
        requestFocus();
    }

    /** Its lower edge is above the clips; if there are none, above the queue. */
    private void stayAbove(Scene scene) {
        var clips = scene.lookup("#timeline");
        boolean shown = clips != null && clips.isVisible();
        double top = shown ? clips.localToScene(clips.getLayoutBounds()).getMinY() : scene.getHeight() - QUEUE;
        StackPane.setMargin(this, new Insets(0, 0, Math.max(0, scene.getHeight() - top) + GAP, 0));
    }

    private void ended() {
        following.unsubscribe();
        pass.end();
    }

    private void refresh() {
        var line = pass.current();
        where.setText(line.map(l -> QueueText.name(pass.session(), l.id())).orElse(Messages.of("queue.listening.nothing")));
        words.setText(line.map(Line::text).orElse(""));
        takes.getChildren().clear();
        if (line.isEmpty()) return;
        var session = pass.session();
        var own = session.document().decoration(line.get().id());
        var colour = session.document().track(line.get().speaker()).colour();
        where.setStyle("-fx-text-fill:" + SpeakerColour.css(colour, session.services().theme().isDark()));
        for (var take : line.get().takes()) takes.getChildren().add(chip(line.get(), take, own.stars().getOrDefault(take.id(), 0)));
        var facts = new java.util.ArrayList<String>();
        if (own.flagged()) facts.add(Messages.of("queue.flagged"));
        if (own.locked()) facts.add(Messages.of("queue.locked"));
        if (session.speech().statuses().containsKey(line.get().id())) facts.add(Messages.of("queue.retaking"));
        state.setText(String.join(" · ", facts));
        setAccessibleText(where.getText() + ". " + words.getText() + ". " + state.getText());
    }

    private static Label chip(Line line, Take take, int stars) {
        var chip = Controls.label(Messages.of("voices.take", take.number()) + (stars > 0 ? " " + "★".repeat(stars) : ""), "chip");
        if (line.sounding().filter(take::equals).isPresent()) chip.getStyleClass().add("chosen");
        return chip;
    }

    private static HBox key(String name) {
        var key = Controls.label(Messages.of("queue.key." + name), "key");
        var does = Controls.label(Messages.of("queue.does." + name), "muted", "small");
        var box = Controls.row(5, key, does);
        return box;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case Z -> pass.session().undo();
                case Y -> pass.session().redo();
                default -> { }
            }
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case SPACE -> pass.pause();
            case DIGIT1, NUMPAD1 -> pass.stars(1);
            case DIGIT2, NUMPAD2 -> pass.stars(2);
            case DIGIT3, NUMPAD3 -> pass.stars(3);
            case DIGIT4, NUMPAD4 -> pass.stars(4);
            case DIGIT5, NUMPAD5 -> pass.stars(5);
            case F -> pass.flag();
            case T -> pass.retake();
            case K -> pass.lock();
            case TAB -> pass.take(event.isShiftDown() ? -1 : 1);
            case DOWN -> pass.take(1);
            case UP -> pass.take(-1);
            case R -> pass.replay();
            case N, RIGHT, ENTER -> pass.next();
            case B, LEFT -> pass.previous();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
