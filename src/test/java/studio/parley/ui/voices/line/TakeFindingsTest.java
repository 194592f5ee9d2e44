package studio.parley.ui.voices.line;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.ui.Fx;
import studio.parley.ui.session.Preferences;
import studio.parley.ui.voices.SideScene;

/** Each take of the list says what was heard in it: words and voice, also of takes that are not used. */
class TakeFindingsTest {
    @TempDir
    Path home;

    private static String found(SideScene s, String take) {
        return s.side.lookupAll("#take-" + take + " .finding").stream().map(n -> ((Labeled) n).getText()).collect(Collectors.joining("|"));
    }

    @Test
    void aTakeInAnotherVoiceSaysSo() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            s.give(1, "ben.wav");
            Fx.run(() -> {
                var line = s.session.document().lines().getFirst();
                for (var voice : List.of("ben.wav", "ann.wav")) {
                    var sound = AudioFiles.read(SideScene.REFS.resolve(voice)).toMono();
                    var clip = s.session.project().clipStore().put(sound).hex();
                    s.session.project().arrive(new TakeAdded(line.id(), new Take("T", clip, new TakeRecipe("test", 1, 0.9, 50, 0, List.of()), sound.frames(), sound.rate(), List.of()), Optional.empty()));
                }
                s.session.refresh();
                s.session.services().preferences().put(Preferences.EARS, "");
                s.session.hearing().settingsChanged();
            });
            s.select(0);
            s.fx.click("#tab-line");
            Fx.until(() -> found(s, "T1").contains("This does not sound like Ann's voice, and more like Ben's"), 60_000);
            Fx.until(() -> !s.session.hearing().takes().voices().isEmpty() && s.session.hearing().waitingProperty().get() == 0, 60_000);
            assertTrue(Fx.call(() -> !found(s, "T2").contains("voice")), Fx.call(() -> found(s, "T2")));
            s.fx.png("line-voices.png");
        }
    }
}
