package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.command.Command;

/** Keys that type something: they are commands or letters, never both, and all commands are gone over. */
class PlainKeysTest {
    @TempDir
    Path home;
    private final List<String> done = new ArrayList<>();

    private static boolean types(KeyCodeCombination key) {
        boolean bare = Stream.of(key.getControl(), key.getAlt(), key.getMeta(), key.getShortcut()).allMatch(m -> m == KeyCombination.ModifierValue.UP);
        var code = key.getCode();
        return bare && (code.isLetterKey() || code.isDigitKey() || code == KeyCode.SPACE || code == KeyCode.COMMA || code == KeyCode.PERIOD
                || code == KeyCode.SLASH || code == KeyCode.PLUS || code == KeyCode.MINUS || code == KeyCode.EQUALS || code == KeyCode.SEMICOLON);
    }

    private static List<Command> printable(Shell shell) throws Exception {
        var commands = shell.services.commands();
        return Fx.call(() -> commands.all().stream().filter(c -> commands.key(c.id()).filter(k -> k instanceof KeyCodeCombination code && types(code)).isPresent())
                .toList());
    }

    private static void press(Shell shell, Command command) throws Exception {
        Fx.call(() -> {
            var key = (KeyCodeCombination) shell.services.commands().key(command.id()).orElseThrow();
            boolean shift = key.getShift() == KeyCombination.ModifierValue.DOWN;
            if (shift) shell.fx.press(KeyCode.SHIFT);
            shell.fx.press(key.getCode());
            shell.fx.release(key.getCode());
            if (shift) shell.fx.release(KeyCode.SHIFT);
            return null;
        });
    }

    /** Commands that only note that they ran. */
    private void spy(Shell shell) throws Exception {
        Fx.run(() -> {
            for (var c : shell.services.commands().all()) shell.services.commands().add(new Command(c.id(), c.key(), c.enabled(), () -> done.add(c.id())));
        });
    }

    private static List<TextInputControl> fields(Shell shell) throws Exception {
        // What opened for a while closes when the focus leaves it, so that one comes first.
        return Fx.call(() -> shell.fx.stage.getScene().getRoot().lookupAll(".text-input").stream().map(n -> (TextInputControl) n)
                .filter(f -> f.isEditable() && f.isFocusTraversable() && isSeen(f)).sorted(Comparator.comparing(f -> !f.isFocused())).toList());
    }

    private static boolean isSeen(Node node) {
        for (var at = node; at != null; at = at.getParent()) if (!at.isVisible() || at.isDisabled()) return false;
        return true;
    }

    private static Node owner(Shell shell) throws Exception {
        return Fx.call(() -> shell.fx.stage.getScene().getFocusOwner());
    }

    /** What opens a field for a while, and the panes that have some all the time. */
    private static final List<String> PLACES = List.of("side.voices", "side.line", "script.replace", "script.direction", "script.timing",
            "script.speaker", "timeline.gain", "timeline.fades", "timeline.duck", "timeline.speed", "timeline.fit", "script.edit");

    @Test
    void noFieldLosesALetterToACommand() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            var printable = printable(shell);
            assertTrue(printable.size() > 25, printable.size() + " commands");
            var lost = new ArrayList<String>();
            int fields = 0;
            for (var place : PLACES) {
                open(shell, place);
                var real = Fx.call(() -> shell.services.commands().all());
                spy(shell);
                for (var field : fields(shell)) {
                    fields++;
                    lost.addAll(Fx.call(() -> lettersLost(shell, field, printable)).stream().map(l -> place + ", " + field.getId() + ": " + l).toList());
                }
                Fx.run(() -> real.forEach(c -> shell.services.commands().add(c)));
                shell.fx.key(KeyCode.ESCAPE);
                shell.command("script.focus");
            }
            assertEquals(List.of(), lost);
            assertTrue(fields > 12, fields + " fields");
        }
    }

    private static void open(Shell shell, String place) throws Exception {
        if (place.startsWith("timeline.")) shell.command("timeline.focus");
        if (place.equals("script.edit")) shell.fx.key(KeyCode.ENTER);
        else shell.command(place);
    }

    private List<String> lettersLost(Shell shell, TextInputControl field, List<Command> printable) throws Exception {
        var lost = new ArrayList<String>();
        for (var command : printable) {
            if (!field.isFocused()) field.requestFocus();
            field.end();
            int before = field.getLength();
            done.clear();
            press(shell, command);
            if (!done.isEmpty()) lost.add(done.toString());
            if (field.getLength() != before + 1) lost.add(command.id() + " types nothing");
            else field.deletePreviousChar();
        }
        return lost;
    }

    @Test
    void aKeyThatLeadsIntoAFieldLeavesItsLetterOutsideAndTheOldValueSelected() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            int led = 0;
            for (var command : printable(shell)) {
                for (var start : List.of("script.focus", "timeline.focus")) {
                    shell.command(start);
                    press(shell, command);
                    if (!(owner(shell) instanceof TextInputControl field)) continue;
                    led++;
                    var byKey = Fx.call(field::getText);
                    assertEquals(byKey, Fx.call(field::getSelectedText), command.id());
                    shell.fx.key(KeyCode.ESCAPE);
                    shell.command(start);
                    shell.command(command.id());
                    assertEquals(Fx.call(((TextInputControl) owner(shell))::getText), byKey, command.id());
                    shell.fx.key(KeyCode.ESCAPE);
                }
            }
            assertTrue(led >= 5, led + " keys lead into fields");
        }
    }

    @Test
    void aMenuOrAListThatIsOpenHasItsKeysForItself() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            var printable = printable(shell);
            var box = shell.fx.<ComboBox<?>>find("#speed");
            spy(shell);
            var menu = Fx.call(() -> {
                var made = new ContextMenu(new MenuItem("One"), new MenuItem("Two"));
                made.show(shell.fx.stage.getScene().getRoot(), 200, 200);
                return made;
            });
            done.clear();
            var letters = printable.stream().filter(c -> !c.id().equals("transport.toggle") && !c.id().equals("transport.once")).toList();
            for (var command : letters) press(shell, command);
            assertEquals(List.of(), done);
            Fx.run(menu::hide);
            Fx.run(() -> {
                box.requestFocus();
                box.show();
            });
            for (var command : letters) press(shell, command);
            assertEquals(List.of(), done);
            Fx.run(box::hide);
        }
    }

    @Test
    void whatOpensForAMomentKeepsLettersAlsoWhereItHasNoField() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            var printable = printable(shell);
            shell.command("script.timing");
            Fx.run(shell.fx.<Node>find("#timing-kind")::requestFocus);
            spy(shell);
            for (var command : printable) press(shell, command);
            assertEquals(List.of(), done);
        }
    }

    @Test
    void whoeverHasTypedANameIsDoneWithIt() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            for (var last : List.of(KeyCode.ENTER, KeyCode.ESCAPE)) {
                shell.fx.click("#voice-0 .inline-field");
                Fx.run(((TextInputControl) owner(shell))::selectAll);
                if (last == KeyCode.ENTER) shell.fx.type("Anna");
                shell.fx.key(last);
                assertTrue(Fx.call(() -> shell.fx.stage.getScene().getFocusOwner().getClass().getSimpleName()).equals("LineCard"), last + "");
                shell.fx.key(KeyCode.X);
                assertEquals("Anna", Fx.call(() -> shell.session().document().conversation().speaker(0).name()));
            }
        }
    }

    @Test
    void findAndReplaceGoBackAndForthAndEscapeLeadsToWhereOneWas() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            shell.fx.key(KeyCode.ENTER);
            shell.fx.type(" Well");
            shell.fx.key(KeyCode.LEFT);
            shell.command("script.replace");
            shell.fx.type("zebra");
            shell.fx.key(KeyCode.TAB);
            assertEquals("replace-with", owner(shell).getId());
            shell.fx.type("T");
            shell.fx.key(KeyCode.SHIFT, KeyCode.TAB);
            assertEquals("find-what", owner(shell).getId());
            assertEquals("zebra", Fx.call(((TextInputControl) owner(shell))::getSelectedText));
            shell.fx.key(KeyCode.ESCAPE);
            assertEquals("line-editor", owner(shell).getId());
            shell.fx.type("l");
            assertEquals("Did you see that? Welll", Fx.call(() -> shell.session().document().lines().getFirst().text()));
            shell.command("script.find");
            shell.fx.type("buoy");
            shell.fx.key(KeyCode.ESCAPE);
            shell.fx.type("!");
            assertEquals("It's just the buoy!. It has always been the buoy.", Fx.call(() -> shell.session().document().lines().get(3).text()));
            shell.command("timeline.focus");
            var clip = owner(shell);
            shell.command("script.find");
            shell.fx.key(KeyCode.ESCAPE);
            assertEquals(clip, owner(shell));
        }
    }
}
