package studio.parley.ui.voices.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.ui.Fx;
import studio.parley.ui.session.Preferences;
import studio.parley.ui.voices.SideScene;

/** What is wrong with the voices of the cast stands above the checks. */
class VoiceChecksTest {
    @TempDir
    Path home;

    @Test
    void speakersWhoSoundAlikeAreNamed() throws Exception {
        try (var s = new SideScene(home, 0)) {
            var soft = Files.createDirectory(home.resolve("soft")).resolve("soft.wav");
            WavFiles.write(soft, AudioFiles.read(SideScene.REFS.resolve("ann.wav")).times(0.3), SampleFormat.PCM_24);
            Files.copy(SideScene.REFS.resolve("ann.txt"), soft.resolveSibling("soft.txt"));
            Fx.run(() -> {
                s.session.services().preferences().put(Preferences.EARS, "");
                s.session.hearing().settingsChanged();
            });
            s.give(0, "ann.wav");
            s.fx.drop(s.fx.find("#voice-1"), SideScene.files(soft));
            var tab = (Labeled) s.fx.find("#tab-checks");
            Fx.until(() -> tab.getText().equals("Checks 1"), 20_000);
            s.fx.click("#tab-checks");
            var words = Fx.call(() -> s.side.lookupAll("#cast-findings .label").stream().map(n -> ((Labeled) n).getText()).collect(Collectors.joining("|")));
            var one = s.speaker(0).name();
            var other = s.speaker(1).name();
            assertTrue(words.startsWith(one + " and " + other + " sound alike (likeness "), words);
            s.fx.png("checks-twins.png");
            Fx.run(() -> {
                s.session.services().preferences().put(Preferences.EARS, "no");
                s.session.hearing().settingsChanged();
                s.session.undo();
                s.session.redo();
            });
            Fx.until(() -> tab.getText().equals("Checks"), 5000);
            assertEquals("Checks", tab.getText());
        }
    }
}
