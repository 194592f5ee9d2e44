package studio.parley.ui.script.context;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;

/** How much of the model's context is used, in percent and seconds. Hidden until known. */
final class ContextMeter extends HBox {
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();

    ContextMeter() {
        getStyleClass().add("budget-meter");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        words.getStyleClass().addAll("muted", "small");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        getChildren().addAll(bar, words);
        Visibility.show(false, this);
    }

    /**
     * @param sound seconds of audio in the context
     * @param share how full the model's context is, 0 to 1
     * @param trouble why the line cannot be rendered with this context; empty if it can
     */
    void show(double sound, double share, String trouble) {
        Visibility.show(true, this);
        bar.setProgress(share);
        var percent = Math.round(100 * share);
        words.setText(Messages.of("script.budget", TimeFormat.seconds(sound), percent));
        setAccessibleText(Messages.of("script.budget.spoken", TimeFormat.seconds(sound), percent) + (trouble.isEmpty() ? "" : ". " + trouble));
        words.getStyleClass().remove("bad");
        if (!trouble.isEmpty()) words.getStyleClass().add("bad");
        Tooltip.install(this, new Tooltip(trouble.isEmpty() ? Messages.of("script.budget.hint") : trouble));
    }

    void hide() {
        Visibility.show(false, this);
    }
}
