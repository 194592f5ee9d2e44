package studio.parley.ui.script.card;

import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.util.Duration;

/** A line's state as a dot: full, hollow, or a turning arc while it is rendered. Its tooltip has the text. */
final class StatusDot extends StackPane {
    private final Region dot = new Region();
    private final Arc arc = new Arc(0, 0, 5, 5, 60, 290);
    private final RotateTransition turning = new RotateTransition(Duration.seconds(1), arc);
    private final Tooltip tip = new Tooltip();
    private boolean seen = true;
    private LineRow.State state = LineRow.State.FRESH;

    StatusDot() {
        getStyleClass().add("status-dot");
        dot.getStyleClass().add("dot");
        arc.getStyleClass().add("arc");
        arc.setType(ArcType.OPEN);
        arc.setManaged(false);
        turning.setByAngle(-360);
        turning.setInterpolator(Interpolator.LINEAR);
        turning.setCycleCount(Animation.INDEFINITE);
        getChildren().addAll(dot, arc);
        sceneProperty().subscribe(this::turn);
        show(LineRow.State.SILENT);
    }

    void show(LineRow.State now) {
        if (now == state) return;
        pseudoClassStateChanged(pseudo(state), false);
        pseudoClassStateChanged(pseudo(now), true);
        state = now;
        boolean busy = now == LineRow.State.RENDERING;
        arc.setVisible(busy);
        dot.setVisible(!busy && now != LineRow.State.SILENT);
        turn();
    }

    /** The meaning as text. */
    void says(String words) {
        tip.setText(words);
        setAccessibleText(words);
        if (words.isEmpty()) Tooltip.uninstall(this, tip);
        else Tooltip.install(this, tip);
    }

    /** A hidden arc must not turn: it would keep the window drawing. */
    void seen(boolean now) {
        seen = now;
        turn();
    }

    private void turn() {
        if (seen && getScene() != null && state == LineRow.State.RENDERING) turning.play();
        else turning.stop();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        arc.setRadiusX(getWidth() * 0.36);
        arc.setRadiusY(getWidth() * 0.36);
        arc.setLayoutX(getWidth() / 2);
        arc.setLayoutY(getHeight() / 2);
    }

    private static PseudoClass pseudo(LineRow.State state) {
        return PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT));
    }
}
