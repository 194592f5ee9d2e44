package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.studio.settings.AppDirectories;

/** The bundled recogniser and a bundled clip. */
class TakeTranscriberTest {
    private static final String TEXT = "When I was a little girl, we used to count the ships from this window.";
    @TempDir
    Path home;

    /** Without the text the recogniser writes the "a", too, where it is cut out. */
    @Test
    void aSmallWordThatIsMissingIsNotMadeUp() {
        var ann = AudioFiles.read(Path.of("assets/samples/refs/ann.wav"));
        try (var ears = TakeTranscriber.of(AppDirectories.under(home, Optional.of(Path.of("").toAbsolutePath())), 1).orElseThrow()) {
            var whole = ears.hear(ann, TEXT);
            assertEquals(List.of(), WordCheck.of(TEXT, whole.text(), List.of()).sentences());
            var a = whole.words().get(3);
            assertEquals("a", a.text());
            var without = ann.slice(0, (int) (a.from() * ann.rate())).then(ann.slice((int) (a.to() * ann.rate()), ann.frames()));
            assertEquals(List.of("\"a\" was not heard."), WordCheck.of(TEXT, ears.hear(without, TEXT).text(), List.of()).sentences());
        }
    }
}
