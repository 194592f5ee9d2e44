package studio.parley.ui.kit;

import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips without a delay. */
public final class Hint {
    private Hint() {}

    /** Shown as soon as the mouse is there: for tools that are found by moving over them. */
    public static Tooltip atOnce(String words) {
        var hint = new Tooltip(words);
        hint.setShowDelay(Duration.ZERO);
        return hint;
    }
}
