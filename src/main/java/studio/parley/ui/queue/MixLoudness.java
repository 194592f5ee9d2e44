package studio.parley.ui.queue;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import studio.parley.audio.loudness.Loudness;
import studio.parley.studio.export.MixRenderer;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** The integrated loudness of the whole conversation, measured off the JavaFX thread a moment after each change. */
final class MixLoudness extends Label {
    /** Half an hour: longer ones are not measured, because they would not fit in memory at once. */
    private static final long LONGEST = 30L * 60 * ProjectSession.RATE;
    private final ProjectSession session;
    private int asked;

    MixLoudness(ProjectSession session) {
        this.session = session;
        setId("loudness");
        getStyleClass().addAll("muted", "small");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(Messages.of("queue.loudness")));
        var rest = new PauseTransition(Duration.millis(700));
        rest.setOnFinished(e -> measure());
        session.soundProperty().subscribe(a -> rest.playFromStart());
    }

    private void measure() {
        var rendering = session.rendering();
        int number = ++asked;
        if (rendering.length() == 0 || rendering.length() > LONGEST) {
            show(Double.NaN);
            return;
        }
        FxThread.work(() -> measured(rendering), lufs -> {
            if (number == asked) show(lufs);
        }, e -> {
            // A missing clip is reported by playback; here only the figure is missing.
            if (number == asked) show(Double.NaN);
        });
    }

    private static double measured(MixRenderer rendering) {
        return Loudness.integratedOf(rendering.read(0, (int) rendering.length()));
    }

    private void show(double lufs) {
        setText(Double.isFinite(lufs) ? words(lufs) : "");
        setAccessibleText(getText());
    }

    /** With a real minus sign. */
    static String words(double lufs) {
        return String.format(Locale.ROOT, "%.1f LUFS", lufs).replace('-', '\u2212');
    }
}
