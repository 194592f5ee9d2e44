package studio.parley.ui.kit;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Keeps the release of Alt after a click or drag with Alt from moving the focus to the menu bar, as a press of Alt alone does. */
public final class AltRelease {
    private boolean usedByMouse;

    private AltRelease() {}

    public static void listen(Scene scene) {
        var state = new AltRelease();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> state.usedByMouse = e.isAltDown());
        scene.addEventFilter(KeyEvent.KEY_RELEASED, state::released);
    }

    private void released(KeyEvent e) {
        if (e.getCode() != KeyCode.ALT || !usedByMouse) return;
        usedByMouse = false;
        e.consume();
    }
}
