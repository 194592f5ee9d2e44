package studio.parley.ui.script;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import studio.parley.ui.kit.Texts;

/** How much of what the model can keep in mind is taken, in seconds. Hidden until somebody knows. */
final class BudgetMeter extends HBox {
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();

    BudgetMeter() {
        getStyleClass().add("budget-meter");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        words.getStyleClass().addAll("muted", "small");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        getChildren().addAll(bar, words);
        setVisible(false);
        setManaged(false);
    }

    /** @param trouble why the line cannot be spoken with so much; empty when it can */
    void show(double used, double capacity, String trouble) {
        setVisible(true);
        setManaged(true);
        bar.setProgress(capacity <= 0 ? 0 : Math.min(1, used / capacity));
        words.setText(Texts.of("script.budget", Math.round(used), Math.round(capacity)));
        setAccessibleText(Texts.of("script.budget.spoken", Math.round(used), Math.round(capacity)) + (trouble.isEmpty() ? "" : ". " + trouble));
        words.getStyleClass().remove("bad");
        if (!trouble.isEmpty()) words.getStyleClass().add("bad");
        Tooltip.install(this, new Tooltip(trouble.isEmpty() ? Texts.of("script.budget.hint") : trouble));
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }
}
