package studio.parley.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import studio.parley.ui.kit.ModalLayer;

/** Keys pressed while a project is being opened or created: they are meant for it, not for what the window still shows. JavaFX thread only. */
final class EarlyKeys {
    private static final int MOST = 1000;
    private final Window window;
    private final List<KeyEvent> keys = new ArrayList<>();
    private final EventHandler<KeyEvent> filter = this::pressed;

    /** From now on. */
    EarlyKeys(Window window) {
        this.window = window;
        window.addEventFilter(KeyEvent.ANY, filter);
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || ModalLayer.isOpen(window.getScene())) return;
        e.consume();
        if (keys.size() < MOST) keys.add(e);
    }

    /** Returns them, and lets further ones pass. */
    List<KeyEvent> end() {
        window.removeEventFilter(KeyEvent.ANY, filter);
        return keys;
    }
}
