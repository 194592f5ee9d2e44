package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.kit.command.Commands;

/** Commands and dialogs in a small window: who gets which key. */
class KeysTest {
    private final List<String> done = new ArrayList<>();
    private final SimpleBooleanProperty may = new SimpleBooleanProperty(true);
    private TextField field;
    private Button button;
    private Slider slider;
    private final Commands commands = new Commands(Map.of("edit.own", Optional.of(KeyCombination.valueOf("F7"))));
    private Scene scene;

    private Command command(String id, String key) {
        return Command.of(id, key, may, () -> done.add(id));
    }

    private Fx window() throws Exception {
        return new Fx(() -> {
            commands.add(command("edit.plain", "K"), command("edit.space", "Space"), command("edit.home", "Home"), command("edit.save", "Shortcut+S"),
                    command("edit.copy", "Shortcut+C"), command("edit.undo", "Shortcut+Z"), command("edit.own", "F6"), command("edit.none", ""));
            field = new TextField("abc");
            button = new Button("Button");
            slider = new Slider(0, 100, 50);
            scene = new Scene(new StackPane(new VBox(button, field, slider)), 300, 200);
            commands.listen(scene);
            return scene;
        });
    }

    private List<String> after(Fx fx, KeyCode... keys) throws Exception {
        done.clear();
        fx.key(keys);
        return List.copyOf(done);
    }

    @Test
    void whileTextIsTypedPlainKeysAndTheClipboardBelongToIt() throws Exception {
        try (var fx = window()) {
            Fx.run(field::requestFocus);
            assertEquals(List.of(), after(fx, KeyCode.K));
            assertEquals(List.of(), after(fx, KeyCode.CONTROL, KeyCode.C));
            assertEquals(List.of("edit.save"), after(fx, KeyCode.CONTROL, KeyCode.S));
            assertEquals(List.of("edit.undo"), after(fx, KeyCode.CONTROL, KeyCode.Z));
            assertEquals(List.of("edit.own"), after(fx, KeyCode.F7));
            Fx.run(button::requestFocus);
            assertEquals(List.of("edit.plain"), after(fx, KeyCode.K));
            assertEquals(List.of("edit.copy"), after(fx, KeyCode.CONTROL, KeyCode.C));
            assertEquals(List.of(), after(fx, KeyCode.F6));
        }
    }

    /** Space presses a button that was reached by keyboard; clicked with the mouse, it keeps on playing and pausing. */
    @Test
    void controlsKeepTheirKeysForThoseWhoWalkByKeyboard() throws Exception {
        try (var fx = window()) {
            var pressed = new ArrayList<String>();
            Fx.run(() -> button.setOnAction(e -> pressed.add("button")));
            Fx.run(slider::requestFocus);
            fx.key(KeyCode.SHIFT, KeyCode.TAB);
            fx.key(KeyCode.SHIFT, KeyCode.TAB);
            assertTrue(Fx.call(button::isFocused));
            assertEquals(List.of(), after(fx, KeyCode.SPACE));
            assertEquals(List.of("button"), pressed);
            assertEquals(List.of("edit.home"), after(fx, KeyCode.HOME));
            fx.key(KeyCode.TAB);
            fx.key(KeyCode.TAB);
            assertEquals(List.of(), after(fx, KeyCode.HOME));
            assertEquals(0, Fx.call(slider::getValue));
            assertEquals(List.of("edit.space"), after(fx, KeyCode.SPACE));
        }
    }

    @Test
    void aCommandThatCannotBeDoneIsNot() throws Exception {
        try (var fx = window()) {
            Fx.run(button::requestFocus);
            Fx.run(() -> may.set(false));
            assertEquals(List.of(), after(fx, KeyCode.K));
            Fx.run(() -> commands.run("edit.plain"));
            assertEquals(List.of(), done);
            Fx.run(() -> may.set(true));
            Fx.run(() -> commands.run("edit.plain"));
            assertEquals(List.of("edit.plain"), done);
            assertThrows(IllegalArgumentException.class, () -> commands.get("edit.nothing"));
            assertFalse(commands.has("edit.nothing"));
        }
    }

    @Test
    void aKeyBelongsToOneCommand() throws Exception {
        try (var fx = window()) {
            Fx.run(button::requestFocus);
            var k = Optional.of(KeyCombination.valueOf("K"));
            assertEquals(List.of("edit.plain"), Fx.call(() -> commands.rebind("edit.none", k)).stream().map(Command::id).toList());
            assertEquals(List.of("edit.none"), after(fx, KeyCode.K));
            assertEquals(Optional.empty(), commands.key("edit.plain"));
            assertEquals(java.util.Set.of("edit.own", "edit.plain", "edit.none"), commands.changed().keySet());
            Fx.run(commands::reset);
            assertEquals(List.of("edit.plain"), after(fx, KeyCode.K));
            assertEquals(List.of("edit.own"), after(fx, KeyCode.F6));
        }
    }

    /** A dialog keeps the keyboard, commands sleep; Escape closes the topmost only and the focus goes back. */
    @Test
    void dialogsKeepTheKeyboard() throws Exception {
        try (var fx = window()) {
            var closed = new ArrayList<String>();
            var inner = new Button("inner");
            var deeper = new Button("deeper");
            Fx.run(() -> {
                field.requestFocus();
                ModalLayer.show(scene, new VBox(inner), "First", javafx.geometry.Pos.CENTER, () -> closed.add("first"));
            });
            Fx.settle();
            assertTrue(Fx.call(inner::isFocused));
            assertEquals(List.of(), after(fx, KeyCode.CONTROL, KeyCode.S));
            Fx.run(button::requestFocus);
            assertTrue(Fx.call(inner::isFocused));
            Fx.run(() -> ModalLayer.aside(scene, new VBox(deeper), "Second", javafx.geometry.Pos.CENTER, () -> closed.add("second")));
            Fx.settle();
            assertTrue(Fx.call(deeper::isFocused));
            fx.key(KeyCode.ESCAPE);
            assertEquals(List.of("second"), closed);
            assertTrue(Fx.call(inner::isFocused));
            assertTrue(Fx.call(() -> ModalLayer.isOpen(scene)));
            fx.key(KeyCode.ESCAPE);
            assertEquals(List.of("second", "first"), closed);
            assertTrue(Fx.call(field::isFocused));
            assertEquals(List.of("edit.save"), after(fx, KeyCode.CONTROL, KeyCode.S));
        }
    }

    @Test
    void theKeyThatOpensAFieldTypesNothingIntoIt() throws Exception {
        try (var fx = window()) {
            commands.add(Command.of("edit.gain", "G", () -> {
                field.requestFocus();
                field.selectAll();
            }));
            Fx.run(button::requestFocus);
            // Pressing types, too; a key that is held repeats.
            for (int repeat = 0; repeat < 3; repeat++) fx.press(KeyCode.G);
            assertEquals("abc", field.getText());
            fx.press(KeyCode.DIGIT5);
            fx.release(KeyCode.DIGIT5);
            fx.release(KeyCode.G);
            assertEquals("5", field.getText());
            fx.key(KeyCode.G);
            assertEquals("5g", field.getText());
        }
    }

    @Test
    void aBoxOneCanTypeIntoIsAFieldToo() throws Exception {
        try (var fx = window()) {
            var box = new ComboBox<String>();
            var spinner = new Spinner<Integer>(0, 9, 1);
            Fx.run(() -> {
                ((VBox) field.getParent()).getChildren().addAll(box, spinner);
                box.setEditable(true);
                spinner.setEditable(true);
            });
            for (var node : List.of(box, spinner)) {
                Fx.run(node::requestFocus);
                assertEquals(List.of(), after(fx, KeyCode.K));
                assertEquals(List.of("edit.save"), after(fx, KeyCode.CONTROL, KeyCode.S));
            }
        }
    }

    @Test
    void charactersOfTheLayoutAreTypedIntoWords() {
        assertTrue(Commands.typesByLayout("Windows 11", pressed(KeyCode.C, true, true)), "AltGr+C is ć");
        assertTrue(Commands.typesByLayout("Mac OS X", pressed(KeyCode.L, false, true)), "Option+L is @");
        assertFalse(Commands.typesByLayout("Mac OS X", pressed(KeyCode.L, true, true)));
        assertFalse(Commands.typesByLayout("Windows 11", pressed(KeyCode.C, true, false)));
        assertFalse(Commands.typesByLayout("Windows 11", pressed(KeyCode.UP, true, true)));
        assertFalse(Commands.typesByLayout("Mac OS X", pressed(KeyCode.ENTER, false, true)));
        assertFalse(Commands.typesByLayout("Linux", pressed(KeyCode.C, true, true)), "there AltGr is a key of its own");
    }

    private static KeyEvent pressed(KeyCode code, boolean control, boolean alt) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false);
    }
}
