package studio.parley.ui.kit;

import java.util.function.LongSupplier;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;

/**
 * Only a short press of Alt alone goes to the menu bar. Its release after another key, a click, a drag or a turn of the wheel does not, nor after a long
 * press: some window managers use Alt and the mouse themselves, and tell nobody.
 */
public final class AltRelease {
    private static final long SHORT_NANOS = 400_000_000;
    private final Scene scene;
    private final LongSupplier clock;
    private long since;
    private boolean down;
    private boolean used;

    private AltRelease(Scene scene, LongSupplier clock) {
        this.scene = scene;
        this.clock = clock;
    }

    public static void listen(Scene scene) {
        listen(scene, System::nanoTime);
    }

    /** With a clock of its own, in nanoseconds. */
    static void listen(Scene scene, LongSupplier clock) {
        var state = new AltRelease(scene, clock);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, state::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, state::released);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> state.used = true);
        scene.addEventFilter(ScrollEvent.SCROLL, e -> state.used = true);
        // Alt+Tab: the release may come after the return.
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(focused -> state.used = true);
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() != KeyCode.ALT) used = true;
        if (e.getCode() != KeyCode.ALT || down) return;
        down = true;
        used = false;
        since = clock.getAsLong();
    }

    private void released(KeyEvent e) {
        if (e.getCode() != KeyCode.ALT) return;
        // The letter that opens a menu is not reported here; Alt may be released before it.
        boolean isMenuOpen = Window.getWindows().stream().anyMatch(w -> w instanceof ContextMenu);
        boolean isTap = down && !used && !isMenuOpen && clock.getAsLong() - since < SHORT_NANOS;
        down = false;
        // The menu bar forgets Alt if another key follows it; without its release the letters of the menus would stay underlined.
        if (!isTap) Event.fireEvent(scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UNDEFINED, false, false, false, false));
    }
}
