package studio.parley.ui.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.Theme;

class VoicesTest {
    @TempDir
    Path home;

    @Test
    void aWavDroppedOnACardBecomesTheSpeakersVoice() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            assertTrue(s.speaker(0).references().getFirst().path().matches("references/ann-[0-9a-f]+\\.wav"));
            assertTrue(s.note(0, 0).transcript().contains("little girl"));
            Fx.run(s.session::undo);
            assertTrue(s.speaker(0).references().isEmpty());
            Fx.run(s.session::redo);
            s.give(1, "ben.wav");
            for (var scheme : new Theme.Scheme[] {Theme.Scheme.LIGHT, Theme.Scheme.DARK}) {
                Fx.run(() -> s.session.services().theme().choose(scheme));
                s.fx.png("voices-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            }
        }
    }

    @Test
    void twiceAsLargeNothingIsCutOff() throws Exception {
        try (var s = new SideScene(home, 3)) {
            s.give(0, "ann.wav");
            Fx.run(() -> {
                s.session.services().theme().textPercent(200);
                s.session.services().theme().dress(s.fx.stage.getScene());
                s.fx.stage.setWidth(560);
                s.side.setMinWidth(460);
                s.side.setMaxWidth(460);
            });
            s.fx.png("voices-200.png");
            s.select(0);
            Fx.run(() -> s.side.show("line"));
            s.fx.png("line-200.png");
            Fx.run(() -> s.side.show("checks"));
            s.fx.png("checks-200.png");
        }
    }

    @Test
    void consentIsAskedOnceAndNoted() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            assertEquals("consent?", ((Labeled) s.fx.<Button>find("#voice-0 .consent-mark")).getText());
            s.fx.key(KeyCode.SPACE);
            s.fx.click("#voice-0 .consent-keep");
            assertTrue(s.note(0, 0).consent().startsWith("Ann, 20"), s.note(0, 0).consent());
            assertEquals("consent ✓", ((Labeled) s.fx.<Button>find("#voice-0 .consent-mark")).getText());
            s.give(0, "keeper.wav");
            assertEquals(s.note(0, 0).consent(), s.note(0, 1).consent());
            assertFalse(s.lookup("#voice-0 .consent-box").isVisible());
        }
    }

    @Test
    void droppedOnTheListItIsANewSpeakerAndInTheWindowItAsks() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.fx.drop(s.fx.find("#drop-voice"), SideScene.files(SideScene.REFS.resolve("keeper.wav")));
            Fx.until(() -> s.session.document().conversation().speakers().size() == 4, 8000);
            assertEquals("Keeper", s.speaker(3).name());
            s.fx.drop(s.fx.find("#drop-voice"), SideScene.files(SideScene.REFS.resolve("ann.wav"), SideScene.REFS.resolve("ben.wav")));
            Fx.until(() -> s.speaker(0).references().size() == 1 && s.speaker(1).references().size() == 1, 8000);
            Fx.run(s.session::undo);
            assertTrue(s.speaker(0).references().isEmpty() && s.speaker(1).references().isEmpty(), "one drop is one step");
            s.fx.drop(s.fx.find("#room"), SideScene.files(SideScene.REFS.resolve("ben.wav")));
            var menu = Fx.call(() -> (ContextMenu) Window.getWindows().stream().filter(w -> w instanceof ContextMenu).findFirst().orElseThrow());
            assertEquals("Ben", menu.getItems().get(2).getText());
            assertEquals("New speaker “Ben 2”", menu.getItems().getLast().getText());
            Fx.run(() -> menu.getItems().get(2).fire());
            Fx.until(() -> s.speaker(1).references().size() == 1, 8000);
        }
    }

    @Test
    void whatIsNoSoundIsSaidAndTheRestComes() throws Exception {
        try (var s = new SideScene(home, 0)) {
            var bad = Files.writeString(home.resolve("bad.mp3"), "not a sound");
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(bad, SideScene.REFS.resolve("ann.wav")));
            Fx.until(() -> s.speaker(0).references().size() == 1, 8000);
            Fx.until(() -> s.session.services().notices().all().stream().anyMatch(n -> n.sentence().contains("bad.mp3")), 3000);
        }
    }

    @Test
    void trimmingByHandleKeysAndChip() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            var handle = s.fx.find("#voice-0 .trim-handle");
            var from = s.fx.centre(handle);
            s.fx.drag(from, new Point2D(from.getX() + 40, from.getY()));
            int cut = s.note(0, 0).trimStartMillis();
            assertTrue(cut > 300 && cut < 1200, cut + " ms");
            var moved = s.fx.centre(handle);
            Labeled seconds = s.fx.find("#voice-0 .numbers");
            // Its report is made on another thread.
            Fx.until(() -> !seconds.getText().isEmpty(), 8000);
            var before = seconds.getText();
            var robot = Fx.call(Robot::new);
            Fx.run(() -> {
                robot.mouseMove(moved);
                robot.mousePress(MouseButton.PRIMARY);
                robot.mouseMove(moved.add(30, 0));
            });
            Fx.settle();
            assertTrue(Double.parseDouble(seconds.getText().replace(" s", "")) < Double.parseDouble(before.replace(" s", "")) - 0.2, before + " -> " + seconds.getText());
            assertEquals(cut, s.note(0, 0).trimStartMillis(), "nothing is cut yet");
            s.fx.key(KeyCode.ESCAPE);
            assertEquals(before, seconds.getText());
            Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
            s.fx.key(KeyCode.RIGHT);
            assertEquals(cut + 50, s.note(0, 0).trimStartMillis());
            s.fx.key(KeyCode.DELETE);
            assertEquals(0, s.note(0, 0).trimStartMillis());
            var quietEnds = home.resolve("slow.wav");
            var babble = studio.parley.ui.SessionFixture.babble(96_000, 1);
            WavFiles.write(quietEnds, Pcm.silence(24000, 1, 30_000).then(babble), SampleFormat.PCM_16);
            s.fx.drop(s.fx.find("#voice-1"), SideScene.files(quietEnds));
            Fx.until(() -> s.lookup("#voice-1 .chip.wary") != null, 8000);
            Fx.settle();
            var chip = s.fx.<Button>find("#voice-1 .chip.wary");
            assertTrue(chip.getText().matches("1\\.\\d s silence · trim"), chip.getText());
            s.fx.click("#voice-1 .chip.wary");
            assertTrue(s.note(1, 0).trimStartMillis() > 1000);
            Fx.until(() -> s.lookup("#voice-1 .chip.wary") == null, 8000);
            assertEquals(0, Files.mismatch(quietEnds, s.session.project().folder().reference(s.speaker(1).references().getFirst().path())) + 1);
        }
    }

    @Test
    void aRepairMakesACopyAndUndoBringsTheOriginal() throws Exception {
        try (var s = new SideScene(home, 0)) {
            var quiet = home.resolve("quiet.wav");
            WavFiles.write(quiet, studio.parley.ui.SessionFixture.babble(120_000, 2).times(0.05), SampleFormat.FLOAT_32);
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(quiet));
            Fx.until(() -> s.side.lookupAll("#voice-0 .chip").stream().anyMatch(n -> ((Labeled) n).getText().equals("quiet · raise")), 8000);
            var before = s.speaker(0).references().getFirst();
            Fx.run(() -> s.side.lookupAll("#voice-0 .chip").stream().map(n -> (Button) n).filter(b -> b.getText().equals("quiet · raise"))
                    .findFirst().orElseThrow().fire());
            Fx.until(() -> !s.speaker(0).references().getFirst().equals(before), 8000);
            Fx.until(() -> s.side.lookupAll("#voice-0 .chip").stream().anyMatch(n -> ((Labeled) n).getText().equals("clean")), 8000);
            Fx.run(s.session::undo);
            assertEquals(before, s.speaker(0).references().getFirst());
        }
    }

    @Test
    void nameColourOrderAndRemoval() throws Exception {
        try (var s = new SideScene(home, 0)) {
            var name = s.fx.<TextField>find("#voice-0 .inline-field");
            s.fx.click("#voice-0 .inline-field");
            Fx.run(name::selectAll);
            s.fx.type("Anna");
            s.fx.key(KeyCode.ENTER);
            assertEquals("Anna", s.speaker(0).name());
            Fx.run(name::selectAll);
            s.fx.type("Ben");
            s.fx.key(KeyCode.ENTER);
            assertEquals("Anna", s.speaker(0).name());
            assertEquals("Anna", name.getText());
            s.menu(0, "voices-down");
            assertEquals("Anna", s.session.document().conversation().speakers().get(1).name());
            s.fx.click("#add-speaker");
            assertEquals(4, s.session.document().conversation().speakers().size());
            s.fx.type("Dora");
            s.fx.key(KeyCode.ENTER);
            assertEquals("Dora", s.speaker(3).name());
            s.menu(3, "voices-remove");
            assertEquals(3, s.session.document().conversation().speakers().size());
            Fx.run(s.session::undo);
            assertEquals("Dora", s.speaker(3).name());
        }
    }

    @Test
    void wordsAreTypedWhereTheyStand() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            s.fx.click("#voice-0 .quote");
            s.fx.key(KeyCode.CONTROL, KeyCode.A);
            s.fx.type("Other words.");
            s.fx.key(KeyCode.CONTROL, KeyCode.ENTER);
            assertEquals("Other words.", s.note(0, 0).transcript());
            assertEquals("“Other words.”", s.fx.<Button>find("#voice-0 .quote").getText());
        }
    }

    @Test
    void moodsAreChosenPerLine() throws Exception {
        try (var s = new SideScene(home, 2)) {
            s.give(0, "ann.wav");
            s.give(0, "keeper.wav");
            s.menu(0, "voices-mood");
            s.fx.type("angry");
            s.fx.key(KeyCode.ENTER);
            assertEquals("angry", s.note(0, 1).mood());
            assertEquals(2, s.side.lookupAll("#voice-0 .toggle-button.chip").size());
            s.fx.png("voices-moods.png");
            s.select(0);
            s.fx.click("#tab-line");
            Fx.run(() -> s.side.lookupAll("#line-mood .chip").stream().map(n -> (javafx.scene.control.ToggleButton) n)
                    .filter(b -> b.getText().equals("angry")).findFirst().orElseThrow().fire());
            assertEquals("angry", s.session.document().decoration(s.session.document().lines().getFirst().id()).listening().mood());
        }
    }

    @Test
    void aCutOffersTheWordsItLeavesOut() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            var whole = s.note(0, 0).transcript();
            assertFalse(s.lookup("#voice-0 .words-offer").isVisible());
            var handle = s.fx.find("#voice-0 .trim-handle");
            var from = s.fx.centre(handle);
            s.fx.drag(from, new Point2D(from.getX() + 110, from.getY()));
            assertTrue(s.lookup("#voice-0 .words-offer").isVisible());
            assertFalse(s.lookup("#voice-0 .inline-text").isVisible(), "the words are there once");
            var struck = Fx.call(() -> s.side.lookupAll("#voice-0 .struck").stream().map(n -> ((javafx.scene.text.Text) n).getText()).reduce("", String::concat));
            assertTrue(whole.startsWith(struck.strip()) && struck.length() > 3 && struck.length() < whole.length(), struck);
            s.fx.png("voices-cut.png");
            s.fx.click("#voice-0 .remove-words");
            assertEquals(whole.substring(struck.length()), s.note(0, 0).transcript());
            assertFalse(s.lookup("#voice-0 .words-offer").isVisible());
            Fx.run(s.session::undo);
            Fx.settle();
            assertEquals(whole, s.note(0, 0).transcript());
            assertTrue(s.lookup("#voice-0 .words-offer").isVisible());
            // Without the cut all words are heard.
            Fx.run(s.session::undo);
            Fx.settle();
            assertFalse(s.lookup("#voice-0 .words-offer").isVisible());
            Fx.run(s.session::redo);
            Fx.settle();
            Fx.run(() -> s.side.lookupAll("#voice-0 .words-offer .button.flat").stream().map(n -> (Button) n).reduce((a, b) -> b).orElseThrow().fire());
            Fx.settle();
            assertFalse(s.lookup("#voice-0 .words-offer").isVisible(), "who knows better says so");
        }
    }

    @Test
    void throughTheLibraryToAnotherSpeaker() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            s.menu(0, "voices-library-add");
            Fx.until(() -> !s.session.services().notices().all().isEmpty(), 5000);
            s.menu(1, "voices-library-take");
            Fx.until(() -> s.lookup("#library-panel .list-cell .button.small") != null, 5000);
            s.fx.png("voices-library.png");
            Fx.run(() -> ((Button) s.lookup("#library-panel .list-cell .button.small")).fire());
            Fx.until(() -> s.speaker(1).references().size() == 1, 5000);
            assertTrue(s.note(1, 0).transcript().contains("little girl"));
        }
    }

    @Test
    void aMissingFileIsRelinkedAndAClipRemoved() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            var path = s.speaker(0).references().getFirst().path();
            Files.delete(s.session.project().folder().reference(path));
            Fx.run(() -> s.side.work().sounds().forget(path));
            Fx.until(() -> s.lookup("#voice-0 .trim-wave") != null && !s.lookup("#voice-0 .trim-wave").isVisible(), 3000);
            s.fx.png("voices-missing.png");
            Fx.run(() -> s.side.work().relink(0, path, SideScene.REFS.resolve("keeper.wav")));
            Fx.until(() -> s.lookup("#voice-0 .trim-wave").isVisible() && !s.speaker(0).references().getFirst().path().equals(path), 5000);
            assertTrue(s.note(0, 0).transcript().contains("little girl"), "its notes stay");
            s.menu(0, "voices-clip-remove");
            assertTrue(s.speaker(0).references().isEmpty());
            Fx.run(s.session::undo);
            assertEquals(1, s.speaker(0).references().size());
            Fx.run(() -> s.session.edit(TakeEdits.flag(java.util.List.of(s.session.document().lines().getFirst().id()), true)));
        }
    }

    @Test
    void aTestSentenceIsSpokenAndDoesNotLand() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            Fx.run(() -> s.session.speech().load());
            Fx.until(() -> s.session.speech().model().isPresent(), 30_000);
            var before = s.session.document();
            s.menu(0, "voices-test");
            s.fx.click("#test-speak");
            Fx.until(() -> !s.fx.stage.getScene().getRoot().lookup("#test-speak").isDisabled(), 60_000);
            assertEquals(java.util.List.of(), s.session.services().notices().all().stream().map(n -> n.sentence()).toList());
            assertEquals(before, s.session.document());
            assertFalse(Files.exists(s.session.project().folder().root().resolve("audio")));
        }
    }
}
