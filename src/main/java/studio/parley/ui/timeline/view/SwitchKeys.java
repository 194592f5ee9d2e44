package studio.parley.ui.timeline.view;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Switches next to a timeline, where Space always plays: Enter presses them, and after a mouse press the focus returns to the clips. */
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
