package studio.parley.ui.kit;

import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips that need no waiting. */
public final class Hint {
    private Hint() {}

    /** Shown as soon as the mouse is there: for tools one looks for by moving over them. */
    public static Tooltip atOnce(String words) {
        var hint = new Tooltip(words);
        hint.setShowDelay(Duration.ZERO);
        return hint;
    }
}
