package studio.parley.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.parley.ui.Fx;

/** A key that somebody holds to give it to a command, as the settings write it down. */
class ShortcutTextTest {
    @BeforeAll
    static void toolkit() throws Exception {
        Fx.startToolkit();
    }

    /** The shortcut key is Command on a Mac and Control elsewhere. */
    private static KeyEvent held(KeyCode code, boolean shift, boolean shortcut, boolean alt) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut && !mac, alt, shortcut && mac);
    }

    @Test
    void everyModifierThatIsHeldBelongsToIt() {
        var held = ShortcutText.pressed(held(KeyCode.K, true, true, true)).orElseThrow();
        assertEquals(KeyCombination.valueOf("Shortcut+Shift+Alt+K"), held);
        assertEquals(Optional.of(KeyCombination.valueOf("F5")), ShortcutText.pressed(held(KeyCode.F5, false, false, false)));
        assertEquals(Optional.of(KeyCombination.valueOf("Shift+F5")), ShortcutText.pressed(held(KeyCode.F5, true, false, false)));
        assertEquals(Optional.of(KeyCombination.valueOf("Alt+F5")), ShortcutText.pressed(held(KeyCode.F5, false, false, true)));
    }

    /** What was written down is what answers when it is pressed again. */
    @Test
    void whatWasHeldAnswersToTheSameKeysOnly() {
        for (int held = 0; held < 8; held++) {
            var combination = ShortcutText.pressed(held(KeyCode.K, (held & 1) > 0, (held & 2) > 0, (held & 4) > 0)).orElseThrow();
            for (int other = 0; other < 8; other++) {
                assertEquals(held == other, combination.match(held(KeyCode.K, (other & 1) > 0, (other & 2) > 0, (other & 4) > 0)), held + " " + other);
            }
        }
    }

    @Test
    void modifiersAloneAreNoKeyYet() {
        for (var code : new KeyCode[] {KeyCode.SHIFT, KeyCode.CONTROL, KeyCode.ALT, KeyCode.META, KeyCode.UNDEFINED}) {
            assertEquals(Optional.empty(), ShortcutText.pressed(held(code, true, true, false)), code + "");
        }
    }

    @Test
    void noKeyHasWordsToo() {
        assertTrue(!ShortcutText.words(Optional.empty()).isBlank());
        var key = KeyCombination.valueOf("Alt+K");
        assertEquals(key.getDisplayText(), ShortcutText.words(Optional.of(key)));
    }
}
