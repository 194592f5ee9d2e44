package studio.parley.studio.project.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.store.ClipStore;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.WordCheck;

/** With the recogniser that comes along. */
class WordsAnalysisTest {
    @TempDir
    Path folder;

    @Test
    void theWordsOfATakeAreHeardAndKept() {
        var directories = AppDirectories.under(folder.resolve("home"), Optional.of(Path.of("").toAbsolutePath()));
        var store = new ClipStore(folder.resolve("clips"));
        var text = "When I was a little girl, we used to count the ships from this window.";
        var audio = AudioFiles.read(Path.of("assets/samples/refs/ann.wav"));
        var clip = store.put(audio);
        var words = new TakeWords(store);
        try (var analysis = WordsAnalysis.of(directories, words).orElseThrow()) {
            assertFalse(analysis.isKnown(clip));
            analysis.run(new TakeToHear("L1", clip, text), audio);
            assertTrue(analysis.isKnown(clip));
        }
        var heard = new TakeWords(store).transcript(clip).orElseThrow();
        var report = WordCheck.of(text, heard.text(), List.of());
        assertTrue(report.rate() < 0.2, report.toString());
        words.put(clip, new TakeTranscript("another recogniser", List.of()));
        try (var analysis = WordsAnalysis.of(directories, words).orElseThrow()) {
            assertFalse(analysis.isKnown(clip), "heard by another recogniser");
        }
    }

    @Test
    void withoutARecogniserThereIsNoAnalysis() {
        assertEquals(Optional.empty(), WordsAnalysis.of(AppDirectories.under(folder, Optional.empty()), new TakeWords(new ClipStore(folder))));
    }
}
