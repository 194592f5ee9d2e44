package studio.parley.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.golden.Golden;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.recognition.Transcript.Word;

/** What holds whatever the network says: the tiny one is random. */
class TranscriberTest {
    @TempDir
    Path folder;

    private static Pcm sweep() {
        return Pcm.mono(16_000, TinyWhisper.signal("sweep"));
    }

    @Test
    void silenceHasNoWords() {
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var transcriber = new Transcriber(model)) {
            for (int frames : new int[] {0, 1, 1000, 48_000 * 90}) {
                var transcript = transcriber.transcribe(Pcm.silence(48_000, 2, frames), TranscriptionOptions.USUAL, share -> { });
                assertEquals(List.of(), transcript.segments());
                assertEquals("", transcript.text());
            }
            assertEquals(List.of(), transcriber.align(Pcm.silence(16_000, 1, 0), "Hello", "en"));
            assertEquals(List.of(), transcriber.align(sweep(), "  ", "en"));
        }
    }

    @Test
    void sameAudioSameTranscriptWithTimesInOrder() {
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var transcriber = new Transcriber(model)) {
            var audio = sweep();
            var one = transcriber.transcribe(audio, TranscriptionOptions.USUAL, share -> assertTrue(share >= 0 && share <= 1));
            assertEquals(one, transcriber.transcribe(audio, TranscriptionOptions.USUAL, share -> { }));
            for (var segment : one.segments()) {
                assertTrue(0 <= segment.from() && segment.from() <= segment.to() && segment.to() <= one.seconds() + 0.02, segment.toString());
                inOrder(segment.words(), one.seconds());
            }
        }
    }

    @Test
    void givenWordsGetTimes() {
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var transcriber = new Transcriber(model)) {
            var text = "“Well,” he said – don't… the ill-disposed naïve (one) 3.5 times!";
            var words = transcriber.align(sweep(), "  " + text.replace(" ", "\n "), "en");
            assertEquals(text, words.stream().map(Word::text).collect(Collectors.joining(" ")));
            inOrder(words, 2.5);
            assertTrue(assertThrows(Problem.class, () -> transcriber.align(sweep(), "word ".repeat(300), "en")).getMessage().contains("too long"));
        }
    }

    @Test
    void whatWasHeardCanBeAskedAboutOnce() {
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var transcriber = new Transcriber(model)) {
            assertEquals(Optional.empty(), transcriber.window(), "nothing yet");
            transcriber.transcribe(sweep(), TranscriptionOptions.USUAL, share -> { });
            var window = transcriber.window().orElseThrow();
            assertEquals(Optional.empty(), transcriber.window(), "only once");
            var times = window.times(List.of("the", "and,", "in."));
            assertEquals(List.of("the", "and,", "in."), times.stream().map(Word::text).toList());
            inOrder(times, 2.5);
            assertEquals(List.of(), window.times(Collections.nCopies(500, "the")));
            assertEquals(List.of(), window.weigh(Collections.nCopies(500, "the"), List.of()));
            var given = new Departure(Departure.Kind.OTHER, 1, 2, List.of("and,", "the"));
            var weighed = window.weigh(List.of("the", "and,", "in."), List.of(given));
            assertEquals(given, weighed.getFirst().departure());
            assertTrue(weighed.size() > 4, weighed.toString());
            transcriber.transcribe(Pcm.silence(16_000, 1, 16_000), TranscriptionOptions.USUAL, share -> { });
            assertEquals(Optional.empty(), transcriber.window(), "silence");
            transcriber.transcribe(Pcm.mono(16_000, new float[480_001]), TranscriptionOptions.USUAL, share -> { });
            assertEquals(Optional.empty(), transcriber.window(), "more than a window");
        }
    }

    private static void inOrder(List<Word> words, double seconds) {
        double last = 0;
        for (var word : words) {
            assertTrue(last <= word.from() + 1e-9 && word.from() <= word.to() && word.to() <= seconds + 0.02, words.toString());
            assertFalse(word.text().isBlank());
            last = word.from();
        }
    }

    @Test
    void aLanguageTheModelDoesNotKnowIsRefused() {
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var transcriber = new Transcriber(model)) {
            var options = TranscriptionOptions.USUAL.in("de");
            assertTrue(assertThrows(Problem.class, () -> transcriber.transcribe(sweep(), options, share -> { })).getMessage().contains("English only"));
            assertEquals("en", transcriber.transcribe(Pcm.silence(16_000, 1, 10), TranscriptionOptions.USUAL.in("EN"), share -> { }).language());
        }
    }

    @Test
    void isCancelled() {
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var transcriber = new Transcriber(model)) {
            var stop = new AtomicBoolean();
            assertThrows(CancellationException.class, () -> Cancellation.unless(stop::get,
                    () -> transcriber.transcribe(sweep(), TranscriptionOptions.USUAL, share -> stop.set(true))));
            // It can be used again.
            assertEquals(List.of(), transcriber.transcribe(Pcm.silence(16_000, 1, 9000), TranscriptionOptions.USUAL, share -> { }).segments());
        }
    }

    @Test
    void foreignAndDamagedFoldersAreNamed() throws IOException {
        var made = TinyWhisper.make(folder.resolve("model"));
        var json = made.resolve(RecogniserContract.MODEL_JSON);
        var text = Files.readString(json);
        refused(made.resolve("none"), "is not a folder of a recogniser");
        refused(Golden.folder("tiny-a"), "recogniser.json is missing");
        for (var change : new String[][] {{"\"kind\": \"speech-recognition\"", "\"kind\": \"other\""}, {"\"format\": 1", "\"format\": 2"},
            {"\"heads\": 4", "\"heads\": 3"}, {"\"heads\": 4", "\"heads\": 5"}, {"\"mel_bins\": 80", "\"mel_bins\": 128"},
            {"\"audio_positions\": 1500", "\"audio_positions\": 65536"}, {"\"encoder\": \"encoder.onnx\"", "\"encoder\": \"../encoder.onnx\""},
            {"\"vocabulary\": 1777", "\"vocabulary\": 1778"}, {"\"vocabulary\": 1777", "\"vocabulary\": 200"}, {"\"layers\": 2", "\"layers\": 3"},
            {"\"layers\": 2", "\"layers\": 1"}}) {
            assertTrue(text.contains(change[0]), change[0]);
            Files.writeString(json, text.replace(change[0], change[1]));
            refused(made, made.toString());
        }
        Files.writeString(json, text);
        Files.writeString(made.resolve("decoder.onnx"), "no graph");
        refused(made, "decoder.onnx");
    }

    private static void refused(Path made, String words) {
        var problem = assertThrows(Problem.class, () -> WhisperModel.open(made, OrtRuntime.open(DevicePreference.CPU)).close(), words);
        assertTrue(String.valueOf(problem.getMessage()).contains(words) && String.valueOf(problem.getMessage()).endsWith("."), problem.getMessage());
    }
}
