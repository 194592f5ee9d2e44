package studio.parley.speaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.golden.Golden;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.problem.Problem;

/** The bundled encoder says what Resemblyzer says (onnx-export/reference/speaker.py). */
class SpeakerEncoderTest {
    private static final Path BUNDLED = Path.of("assets", "speaker");
    private final Golden golden = Golden.load("speaker");
    @TempDir
    Path folder;

    @Test
    void theSpectrogramIsResemblyzers() {
        for (var one : golden.list("cases")) {
            int[] columns = Golden.ints(one.get("columns"));
            var wanted = golden.floats(one.get("mel"));
            int bands = wanted.length / columns.length;
            double most = 0;
            for (var w : wanted) most = Math.max(most, w);
            var mel = new MelSpectrum(bands).of(Vowels.of(one.get("sound").getAsString()), columns[columns.length - 1] + 1);
            for (int i = 0; i < columns.length; i++) for (int band = 0; band < bands; band++) {
                assertEquals(wanted[i * bands + band], mel[columns[i] * bands + band], 1e-5 * most, one.get("sound") + " column " + columns[i] + " band " + band);
            }
        }
    }

    @Test
    void theVoiceIsResemblyzers() {
        try (var encoder = open()) {
            for (var one : golden.list("cases")) {
                var sound = Vowels.of(one.get("sound").getAsString());
                double likeness = encoder.embed(sound).likeness(new Embedding(golden.floats(one.get("embedding")), 1));
                assertTrue(likeness > 0.9999, one.get("sound") + ": " + likeness);
            }
        }
    }

    @Test
    void levelRateChannelsAndPausesAreNoPartOfAVoice() {
        try (var encoder = open()) {
            var sound = Pcm.mono(16_000, Vowels.of("low"));
            var voice = encoder.voice(sound).orElseThrow();
            var high = Resampler.resample(sound, 44_100);
            var paused = new float[sound.frames() + 2 * 32_000];
            sound.copy(0, 0, paused, 32_000, sound.frames());
            for (var same : List.of(sound.times(0.02), sound.times(6), high, Pcm.of(44_100, high.samples(0), high.samples(0)), Pcm.mono(16_000, paused))) {
                var other = encoder.voice(same).orElseThrow();
                assertTrue(voice.likeness(other) > 0.97, "likeness " + voice.likeness(other));
                assertEquals(voice.seconds(), other.seconds(), 0.3);
            }
            assertTrue(voice.likeness(encoder.voice(Pcm.mono(16_000, Vowels.of("high"))).orElseThrow()) < 0.85);
        }
    }

    @Test
    void silenceIsNoVoiceAndTheShortestSoundIsOne() {
        try (var encoder = open()) {
            assertTrue(encoder.voice(Pcm.silence(24_000, 1, 24_000)).isEmpty());
            assertTrue(encoder.voice(Pcm.silence(24_000, 1, 0)).isEmpty());
            assertTrue(encoder.voice(Pcm.mono(24_000, new float[] {0.5f})).isPresent());
        }
    }

    /** More windows than are computed at once. */
    @Test
    void longAudioIsTheMeanOfItsWindows() {
        try (var encoder = open()) {
            var once = Vowels.of("low");
            var many = new float[once.length * 12];
            for (int i = 0; i < 12; i++) System.arraycopy(once, 0, many, i * once.length, once.length);
            assertTrue(encoder.embed(once).likeness(encoder.embed(many)) > 0.98);
        }
    }

    @Test
    void aFolderThatIsDamagedOrAnotherOneIsRefused() throws IOException {
        for (var name : new String[] {"encoder.onnx", "speaker.bin", "speaker.json"}) Files.copy(BUNDLED.resolve(name), folder.resolve(name));
        var json = Files.readString(folder.resolve("speaker.json"));
        for (var wrong : List.of(json.replace("\"mel_bands\": 40", "\"mel_bands\": 41"), json.replace("speaker-encoder", "other"), json.replace("\"format\": 1", "\"format\": 9"),
                json.replace("\"encoder.onnx\"\n", "\"../encoder.onnx\"\n"), json.replace("\"embedding\": 256", "\"embedding\": 0"))) {
            Files.writeString(folder.resolve("speaker.json"), wrong);
            assertThrows(Problem.class, () -> SpeakerEncoder.open(folder, OrtRuntime.open(DevicePreference.CPU)).close(), wrong);
        }
        assertThrows(Problem.class, () -> SpeakerEncoder.open(folder.resolve("nothing"), OrtRuntime.open(DevicePreference.CPU)).close());
    }

    @Test
    void anEmbeddingIsStoredAndReadAgain() {
        var one = Embedding.of(new double[] {3, 0, 4}, 2.5);
        assertEquals(one, Embedding.read(one.bytes()).orElseThrow());
        assertTrue(Embedding.read(new byte[0]).isEmpty());
        assertTrue(Embedding.read(new byte[7]).isEmpty());
        assertTrue(Embedding.read(Arrays.copyOf(one.bytes(), 12)).isEmpty());
        var nan = one.bytes();
        nan[6] = (byte) 0xc0;
        nan[7] = 0x7f;
        assertTrue(Embedding.read(nan).isEmpty());
    }

    private static SpeakerEncoder open() {
        return SpeakerEncoder.open(BUNDLED, OrtRuntime.open(DevicePreference.CPU));
    }
}
