package studio.parley.ui.timeline;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import studio.parley.problem.Problem;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Texts;

/** A gain as a number: dragged sideways, nudged with the arrow keys, or typed after a double click or Enter. */
final class DecibelField extends StackPane {
    private final DoubleSupplier value;
    private final DoubleConsumer change;
    private final Notices notices;
    private final Label label = new Label();
    private double pressed;
    private double began;

    DecibelField(DoubleSupplier value, DoubleConsumer change, Notices notices) {
        this.value = value;
        this.change = change;
        this.notices = notices;
        getStyleClass().add("number");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setMaxWidth(USE_PREF_SIZE);
        label.getStyleClass().addAll("small", "muted");
        getChildren().add(label);
        Tooltip.install(this, new Tooltip(Texts.of("timeline.gain.hint")));
        setOnMousePressed(this::press);
        setOnMouseDragged(e -> change.accept(clamped(Math.round((began + (e.getScreenX() - pressed) / 8) * 2) / 2.0)));
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) type();
        });
        setOnKeyPressed(this::key);
    }

    void show(String name) {
        label.setText(text(value.getAsDouble()) + " dB");
        setAccessibleText(name + " " + label.getText());
    }

    static String text(double db) {
        return (db > 0 ? "+" : db < 0 ? "\u2212" : "") + String.format(Locale.ROOT, db == Math.rint(db) ? "%.0f" : "%.1f", Math.abs(db));
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressed = event.getScreenX();
        began = value.getAsDouble();
    }

    private void key(KeyEvent event) {
        double step = event.isShiftDown() ? 0.1 : 1;
        switch (event.getCode()) {
            case UP, RIGHT -> change.accept(clamped(value.getAsDouble() + step));
            case DOWN, LEFT -> change.accept(clamped(value.getAsDouble() - step));
            case ENTER -> type();
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
            change.accept(clamped(Quantities.decibels(field.getText())));
            done(field);
            requestFocus();
        } catch (Problem p) {
            notices.trouble(p);
            field.selectAll();
        }
    }

    private void done(TextField field) {
        getChildren().remove(field);
        label.setVisible(true);
    }

    private static double clamped(double db) {
        return Math.clamp(db, -60, 24);
    }
}
