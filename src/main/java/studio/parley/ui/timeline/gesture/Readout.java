package studio.parley.ui.timeline.gesture;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import studio.parley.ui.kit.Controls;

/** The value of a drag, next to the pointer; it stays for a moment after the mouse is released. */
public final class Readout {
    /** Pixels between the pointer and the text. */
    private static final double APART = 16;
    private final Pane over;
    private final Label label = Controls.label("", "readout");
    private final PauseTransition rest = new PauseTransition(Duration.seconds(1.5));

    /** @param over the area where the text may be */
    public Readout(Pane over) {
        this.over = over;
        label.setId("timeline-readout");
        label.setManaged(false);
        label.setMouseTransparent(true);
        label.setVisible(false);
        over.getChildren().add(label);
        rest.setOnFinished(e -> hide());
    }

    /** @param sceneX position of the pointer, like {@code sceneY} in the scene */
    public void show(double sceneX, double sceneY, String words) {
        rest.stop();
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.toFront();
        label.autosize();
        var at = over.sceneToLocal(sceneX, sceneY);
        double x = Math.clamp(at.getX() + APART, 2, Math.max(2, over.getWidth() - label.getWidth() - 2));
        // Below the pointer, or above it if there is no space: never under it.
        double below = at.getY() + APART;
        boolean fits = below + label.getHeight() <= over.getHeight();
        label.relocate(Math.round(x), Math.round(Math.max(0, fits ? below : at.getY() - APART / 2 - label.getHeight())));
    }

    /** The mouse is released: the result can still be read. */
    public void linger() {
        rest.playFromStart();
    }

    public void hide() {
        rest.stop();
        label.setVisible(false);
    }
}
