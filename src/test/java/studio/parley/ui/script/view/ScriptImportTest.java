package studio.parley.ui.script.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import studio.parley.studio.document.edit.ScriptPaste.Target;
import studio.parley.studio.document.model.Pronunciation;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.script.card.LineRow;

class ScriptImportTest extends ScriptBench {
    private void put(String text) throws Exception {
        Fx.run(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void ready() throws Exception {
        Fx.until(() -> view.getScene().getRoot().lookup("#import-land") instanceof Button b && !b.isDisabled(), 10_000);
        Fx.settle();
    }

    private String count() throws Exception {
        return Fx.call(() -> fx.<Labeled>find("#import-count").getText());
    }

    @Test
    void pastingScriptTextShowsItFirstAndCountsWhileTyping() throws Exception {
        open("Ann: One.", 0);
        put("ANN: Two.\n\"Ben (V.O.)\": Three.\nBen: Four.");
        clickAt(card(1), 30, 20);
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        ready();
        assertTrue(count().startsWith("Script: 3 lines"), count());
        fx.png("import-paste.png");
        TextArea area = fx.find("#import-text");
        Fx.run(area::end);
        fx.key(KeyCode.ENTER);
        fx.type("Ben: Five.");
        Fx.until(() -> ((Labeled) view.getScene().getRoot().lookup("#import-count")).getText().startsWith("Script: 4 lines"), 10_000);
        ComboBox<Target> voiceOver = fx.find("#cast-1");
        Fx.run(() -> voiceOver.setValue(new Target.New("Ben")));
        ready();
        Fx.until(() -> ((Labeled) view.getScene().getRoot().lookup("#import-count")).getText().contains("3 speakers"), 10_000);
        fx.click("#import-land");
        assertEquals("Ann: One.\nAnn: Two.\nBen: Three.\nBen: Four.\nBen: Five.", script());
        assertEquals(2, Fx.call(() -> session.document().conversation().speakers().size()));
        fx.key(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("Ann: One.", script());
    }

    @Test
    void pastingAScriptWhileTypingAsksFirst() throws Exception {
        open("Ann: One.", 0);
        put("Hello there||General||Kenobi");
        clickWords(1);
        fx.key(KeyCode.CONTROL, KeyCode.V);
        ready();
        assertTrue(count().startsWith("a||b1||c0: 3 lines"), count());
        fx.key(KeyCode.ESCAPE);
        assertEquals("Ann: One.", script());
        put("plain\nwords");
        clickWords(1);
        fx.key(KeyCode.CONTROL, KeyCode.V);
        assertEquals("Ann: One.plain words", script());
    }

    @Test
    void aScriptIsTypedAndImportedWithoutTheMouse() throws Exception {
        open("Ann: One.", 0);
        put("");
        clickAt(card(1), 30, 20);
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        fx.settle();
        TextArea area = fx.find("#import-text");
        assertEquals(screenTop(area), screenTop(fx.find("#import-preview")), 1);
        fx.type("Ann: Two.");
        ready();
        fx.key(KeyCode.TAB);
        assertEquals("Ann: Two.", area.getText());
        assertFalse(Fx.call(area::isFocused));
        fx.key(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(Fx.call(area::isFocused));
        fx.key(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("Ann: One.\nAnn: Two.", script());
    }

    private static double screenTop(Node node) throws Exception {
        return Fx.call(() -> node.localToScreen(node.getBoundsInLocal()).getMinY());
    }

    @Test
    void importingAgainKeepsTakes() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 5);
        var file = home.resolve("light.txt");
        Files.writeString(file, SessionFixture.LIGHTHOUSE.replace("See what?", "What was that?").replace("Cora: Oh no.\n", "Cora: Oh no.\nAnn: Yes.\n"));
        chosen = Optional.of(file);
        fx.key(KeyCode.CONTROL, KeyCode.ALT, KeyCode.I);
        ready();
        assertEquals("1 new, 1 changed, 0 removed, 0 moved, 6 unchanged (takes are kept)", count());
        for (var scheme : new Theme.Scheme[] {Theme.Scheme.DARK, Theme.Scheme.LIGHT}) {
            Fx.run(() -> session.services().theme().choose(scheme));
            fx.png("import-again-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
        }
        Fx.run(() -> {
            session.services().theme().textPercent(200);
            session.services().theme().dress(view.getScene());
        });
        fx.png("import-again-200.png");
        Fx.run(() -> {
            session.services().theme().textPercent(100);
            session.services().theme().dress(view.getScene());
        });
        fx.click("#import-land");
        assertTrue(script().contains("Ben: What was that?") && script().endsWith("Ann: Yes."), script());
        assertEquals(1, Fx.call(() -> session.document().line("L2").orElseThrow().takes().size()));
        assertEquals(1, Fx.call(() -> session.document().line("L1").orElseThrow().takes().size()));
    }

    @Test
    void whatWasPassedOverOrGuessedIsSaidInThePreview() throws Exception {
        open("", 0);
        chosen = Optional.of(Files.writeString(home.resolve("more.txt"), "Ann: One.\n\nINTERMISSION\n\nANN: Two. *sighs* Three.\n"));
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        ready();
        var notices = Fx.call(() -> fx.<Labeled>find("#import-notices").getText());
        assertEquals("Spellings of the same name were joined: Ann, ANN are one speaker, Ann.\nSounds and directions are kept as directions and not spoken: line 5.\n"
                + "1 line skipped: 3 (“INTERMISSION”).", notices);
    }

    @Test
    void aFileThatCannotBeReadSaysWhere() throws Exception {
        open("", 0);
        var file = Files.writeString(home.resolve("bad.csv"), "speaker,line\nAnn,\"never closed\n");
        chosen = Optional.of(file);
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        Fx.until(() -> view.getScene().getRoot().lookup("#import-trouble") instanceof Labeled l && l.getText().contains("line 2"), 10_000);
        assertTrue(fx.<Button>find("#import-land").isDisabled());
    }

    @Test
    void droppedScriptsOpenAndDroppedSoundsGoToTheSpeaker() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        var content = new ClipboardContent();
        content.putFiles(List.of(Files.writeString(home.resolve("more.srt"), "1\n00:00:01,000 --> 00:00:02,000\nAnn: More.\n").toFile()));
        fx.drop(card(2), content);
        ready();
        assertTrue(count().startsWith("Subtitles (SRT): 1 line"), count());
        fx.click("#import-land");
        assertEquals(8, script().split("\n").length);
        var got = new ArrayList<String>();
        Fx.run(() -> view.onSounds((speaker, files) -> got.add(speaker + " " + files.getFirst().getFileName())));
        var sound = new ClipboardContent();
        sound.putFiles(List.of(Files.write(home.resolve("ben.wav"), new byte[100]).toFile()));
        Fx.run(() -> view.flow().reveal("L1"));
        Fx.settle();
        fx.drop(card(1), sound);
        assertEquals(List.of("0 ben.wav"), got);
    }

    @Test
    void aPronunciationChangesWhatIsSpokenNotWhatIsShown() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 5);
        fx.key(KeyCode.CONTROL, KeyCode.ALT, KeyCode.P);
        fx.type("buoy");
        ListView<String> lines = fx.find("#words-lines");
        assertEquals(1, lines.getItems().size());
        fx.key(KeyCode.TAB);
        fx.type("boo-ee");
        assertEquals(List.of("4  Cora: It's just the boo-ee. It has always been the boo-ee."), List.copyOf(lines.getItems()));
        fx.key(KeyCode.ENTER);
        fx.png("words.png");
        assertEquals(List.of(new Pronunciation("buoy", "boo-ee")), Fx.call(() -> session.document().pronunciations()));
        fx.click("#words-done");
        assertTrue(script().contains("It's just the buoy."));
        assertEquals("text changed", Fx.call(() -> card(4).row().orElseThrow().reason()));
        fx.key(KeyCode.CONTROL, KeyCode.Z);
        assertFalse(Fx.call(() -> card(4).row().orElseThrow().state() == LineRow.State.OWN));
    }

    @Test
    void theScriptIsSavedAsText() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        chosen = Optional.of(home.resolve("x"));
        fx.key(KeyCode.CONTROL, KeyCode.ALT, KeyCode.S);
        var file = home.resolve("The Lighthouse.txt");
        Fx.until(() -> Files.exists(file) && readable(file).endsWith("Cora: Oh no.\n"), 10_000);
        assertTrue(readable(file).contains("Cora ^: It's just the buoy."));
    }

    private static String readable(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return "";
        }
    }
}
