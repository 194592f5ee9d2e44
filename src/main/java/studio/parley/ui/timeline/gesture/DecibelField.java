package studio.parley.ui.timeline.gesture;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.Edit;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.UnitParser;
import studio.parley.ui.timeline.model.TimelineModel;

/** A gain as a number: dragged sideways, nudged with the arrow keys, or typed after a double click or Enter. */
public final class DecibelField extends StackPane {
    /** Pixels sideways per decibel. */
    private static final double PIXELS = 8;
    /** A smaller movement is not a drag. */
    private static final double SLACK = 3;
    private final TimelineModel model;
    private final DoubleSupplier value;
    private final DoubleFunction<Edit> edit;
    private final Readout readout;
    private final Label label = Controls.label("", "small", "muted");
    private Optional<Drag> drag = Optional.empty();
    private boolean dragged;

    /** A drag in progress: its start position and value. */
    private record Drag(double x, double db) {}

    /** @param edit the edit for another value */
    public DecibelField(TimelineModel model, DoubleSupplier value, DoubleFunction<Edit> edit, Readout readout) {
        this.model = model;
        this.value = value;
        this.edit = edit;
        this.readout = readout;
        getStyleClass().add("number");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setMaxWidth(USE_PREF_SIZE);
        getChildren().add(label);
        Tooltip.install(this, new Tooltip(Messages.of("timeline.gain.hint")));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && !dragged) type();
        });
        setOnKeyPressed(this::key);
    }

    public void show(String name) {
        label.setText(text(value.getAsDouble()) + " dB");
        setAccessibleText(name + " " + label.getText());
    }

    public static String text(double db) {
        return (db > 0 ? "+" : db < 0 ? "\u2212" : "") + String.format(Locale.ROOT, db == Math.rint(db) ? "%.0f" : "%.1f", Math.abs(db));
    }

    private void press(MouseEvent event) {
        requestFocus();
        dragged = false;
        if (event.getButton() == MouseButton.PRIMARY) drag = Optional.of(new Drag(event.getScreenX(), value.getAsDouble()));
    }

    private void drag(MouseEvent event) {
        drag.ifPresent(d -> {
            double moved = event.getScreenX() - d.x();
            dragged |= Math.abs(moved) >= SLACK;
            if (!dragged) return;
            double db = clamped(Math.round((d.db() + moved / PIXELS) * 2) / 2.0);
            model.preview(edit.apply(db));
            readout.show(event.getSceneX(), event.getSceneY(), text(db) + " dB");
        });
    }

    private void release(MouseEvent event) {
        if (drag.isEmpty() || event.getButton() != MouseButton.PRIMARY) return;
        drag = Optional.empty();
        model.commit();
        if (dragged) readout.linger();
    }

    private void change(double db) {
        model.session().edit(edit.apply(clamped(db)));
    }

    private void key(KeyEvent event) {
        double step = event.isShiftDown() ? 0.1 : 1;
        switch (event.getCode()) {
            case UP, RIGHT -> change(value.getAsDouble() + step);
            case DOWN, LEFT -> change(value.getAsDouble() - step);
            case ENTER -> type();
            case ESCAPE -> {
                if (drag.isEmpty()) return;
                drag = Optional.empty();
                model.cancelPreview();
                readout.hide();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void type() {
        if (getChildren().size() > 1) return;
        var field = new TextField(text(value.getAsDouble()));
        field.setId("decibels");
        field.getStyleClass().add("exact");
        field.setPrefColumnCount(5);
        label.setVisible(false);
        getChildren().add(field);
        field.requestFocus();
        field.selectAll();
        field.setOnAction(e -> typed(field));
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) done(field);
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) done(field);
        });
    }

    private void typed(TextField field) {
        try {
            change(UnitParser.decibels(field.getText()));
            done(field);
            requestFocus();
        } catch (Problem p) {
            model.session().services().notices().attempt(ValueField.CAUSE).failed(p);
            field.selectAll();
        }
    }

    private void done(TextField field) {
        model.session().services().notices().attempt(ValueField.CAUSE).succeeded();
        getChildren().remove(field);
        label.setVisible(true);
    }

    private static double clamped(double db) {
        return Math.clamp(db, -60, 24);
    }
}
