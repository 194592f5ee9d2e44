package studio.parley.ui.timeline.view;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Switches beside a timeline, where Space always plays: Enter presses them, and after the mouse the focus goes back to the clips. */
final class SwitchKeys {
    private SwitchKeys() {}

    static void on(ButtonBase button, Runnable home) {
        button.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ENTER) return;
            button.fire();
            e.consume();
        });
        button.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> home.run());
    }
}
