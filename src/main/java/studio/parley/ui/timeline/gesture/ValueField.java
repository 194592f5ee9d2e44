package studio.parley.ui.timeline.gesture;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import studio.parley.problem.Problem;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** A small field above the drawing for one exact value: Enter applies it, Esc and leaving do not. */
final class ValueField {
    /** The cause of notifications about rejected values: they disappear with the field. */
    static final String CAUSE = "value";
    private final TimelineCanvas surface;
    private final Notices notices;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final Tooltip complaint = new Tooltip();
    private Consumer<String> take = text -> { };

    /** @param closed called if it is closed by a key: the focus returns */
    ValueField(TimelineCanvas surface, Notices notices, Runnable closed) {
        this.surface = surface;
        this.notices = notices;
        this.closed = closed;
        field.setId("timeline-exact");
        field.getStyleClass().add("exact");
        field.setVisible(false);
        complaint.setShowDuration(Duration.seconds(6));
        surface.above(field);
        field.setOnAction(e -> taken());
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE) return;
            e.consume();
            close();
            closed.run();
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) close();
        });
    }

    /** Opens at a position with a text to edit; {@code take} may reject it with a {@link Problem}. */
    public void open(double x, double y, String name, String text, Consumer<String> take) {
        this.take = take;
        field.setAccessibleText(name);
        field.setPromptText(name);
        field.setText(text);
        double w = Math.max(110, 130 * surface.metrics().em());
        double h = Math.max(26, 28 * surface.metrics().em());
        field.resizeRelocate(Math.clamp(x - w / 2, 2, Math.max(2, surface.getWidth() - w - 2)), Math.clamp(y, 0, Math.max(0,
                surface.getHeight() - h)), w, h);
        field.setVisible(true);
        field.toFront();
        field.requestFocus();
        field.selectAll();
    }

    private void taken() {
        try {
            take.accept(field.getText());
            close();
            closed.run();
        } catch (Problem p) {
            notices.attempt(CAUSE).failed(p);
            complaint.setText(String.valueOf(p.getMessage()));
            var at = field.localToScreen(0, field.getHeight() + 4);
            complaint.show(field, at.getX(), at.getY());
            field.selectAll();
        }
    }

    private void close() {
        notices.attempt(CAUSE).succeeded();
        complaint.hide();
        field.setVisible(false);
    }
}
