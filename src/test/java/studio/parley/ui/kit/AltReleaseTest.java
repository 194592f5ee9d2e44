package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import studio.parley.ui.Fx;

class AltReleaseTest {
    private Region content;
    private MenuBar bar;
    private boolean underlined;
    private final AtomicLong clock = new AtomicLong();


    private void key(boolean press, KeyCode code) {
        Event.fireEvent(content, new KeyEvent(press ? KeyEvent.KEY_PRESSED : KeyEvent.KEY_RELEASED, "", "", code, false, false, press && code == KeyCode.ALT, false));
    }

    private void click(boolean alt) {
        Event.fireEvent(content, new MouseEvent(MouseEvent.MOUSE_PRESSED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, alt, false, true, false, false,
                false, false, true, new PickResult(content, 1, 1)));
    }

    /** Whether the first menu is marked after Alt was held and this was done meanwhile; marks nothing afterwards. */
    private boolean marks(long millis, Runnable meanwhile) {
        key(true, KeyCode.ALT);
        meanwhile.run();
        clock.addAndGet(millis * 1_000_000);
        key(false, KeyCode.ALT);
        boolean marked = bar.lookupAll(".menu-button").stream().anyMatch(n -> n.getPseudoClassStates().stream().anyMatch(p -> List.of("hover", "focused", "selected").contains(p.getPseudoClassName())));
        underlined |= java.util.stream.Stream.of(bar, bar.getParent()).flatMap(n -> n.lookupAll("*").stream()).flatMap(n -> n.getPseudoClassStates().stream())
                .anyMatch(p -> p.getPseudoClassName().equals("show-mnemonics"));
        key(true, KeyCode.ESCAPE);
        key(false, KeyCode.ESCAPE);
        return marked;
    }

    /** Alt is released before the letter that opened a menu, which stays open. */
    @Test
    void aFastAltAndLetterOpensAMenu() throws Exception {
        try (var fx = new Fx(() -> {
            content = new Region();
            var file = new Menu("_File");
            file.getItems().add(new MenuItem("New"));
            bar = new MenuBar(file, new Menu("_Edit"));
            var scene = new Scene(new VBox(bar, content), 300, 100);
            AltRelease.listen(scene, clock::get);
            return scene;
        })) {
            Fx.run(() -> {
                key(true, KeyCode.ALT);
                bar.getMenus().getFirst().show();
                key(false, KeyCode.ALT);
            });
            assertTrue(Fx.call(() -> bar.getMenus().getFirst().isShowing()));
        }
    }

    @Test
    void onlyAShortPressAloneMarksTheMenu() throws Exception {
        try (var fx = new Fx(() -> {
            content = new Region();
            bar = new MenuBar(new Menu("_File"), new Menu("_Edit"));
            var scene = new Scene(new VBox(bar, content), 300, 100);
            AltRelease.listen(scene, clock::get);
            return scene;
        })) {
            var seen = new ArrayList<Boolean>();
            Fx.run(() -> {
                seen.add(marks(100, () -> { }));
                seen.add(marks(100, () -> click(true)));
                // A window manager that moves windows by Alt and the mouse reports neither.
                seen.add(marks(800, () -> { }));
                // A key that is held repeats.
                seen.add(marks(800, () -> key(true, KeyCode.ALT)));
                click(false);
                seen.add(marks(100, () -> { }));
                seen.add(marks(50, () -> key(true, KeyCode.X)));
                seen.add(marks(100, () -> { }));
            });
            assertFalse(underlined, "after the release no letters stay underlined");
            assertEquals(List.of(true, false, false, false, true, false, true), seen);
        }
    }
}
