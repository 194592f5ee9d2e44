package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import studio.parley.ui.Fx;

class AltReleaseTest {
    private final Region content = new Region();
    private final ArrayList<KeyCode> released = new ArrayList<>();

    private void key(boolean press, KeyCode code) {
        Event.fireEvent(content, new KeyEvent(press ? KeyEvent.KEY_PRESSED : KeyEvent.KEY_RELEASED, "", "", code, false, false, code == KeyCode.ALT, false));
    }

    private void click(boolean alt) {
        Event.fireEvent(content, new MouseEvent(MouseEvent.MOUSE_PRESSED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, alt, false, true, false, false,
                false, false, true, new PickResult(content, 1, 1)));
    }

    @Test
    void aReleaseThatEndsAClickGoesNoFurther() throws Exception {
        try (var fx = new Fx(() -> {
            var scene = new Scene(content, 100, 100);
            AltRelease.listen(scene);
            scene.addEventHandler(KeyEvent.KEY_RELEASED, e -> released.add(e.getCode()));
            return scene;
        })) {
            Fx.run(() -> {
                key(true, KeyCode.ALT);
                key(false, KeyCode.ALT);
                key(true, KeyCode.ALT);
                click(true);
                key(false, KeyCode.ALT);
                click(false);
                key(false, KeyCode.A);
                key(true, KeyCode.ALT);
                key(false, KeyCode.ALT);
            });
        }
        assertEquals(java.util.List.of(KeyCode.ALT, KeyCode.A, KeyCode.ALT), released, "alone, then with a click, then alone again");
    }
}
