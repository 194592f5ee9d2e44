package studio.parley.audio.dsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.Tones;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

class TimeStretchTest {
    private static final int RATE = 24_000;
    private static final double[] TONES = {80, 100, 137, 200, 300, 400};

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75, 0.9, 1.1, 1.5, 2, 1.2345})
    void tonesKeepPitchLengthAndLevel(double speed) {
        for (double hertz : TONES) {
            var tone = Pcm.mono(RATE, Tones.sine(RATE, 2 * RATE, hertz, 0.5));
            var heard = TimeStretch.of(tone, speed);
            assertEquals(Math.round(tone.frames() / speed), heard.frames());
            assertEquals(0, cents(heard.samples(0), hertz), 3, hertz + " Hz");
            assertEquals(LevelStats.of(tone).rmsDb(), LevelStats.of(heard).rmsDb(), 0.1);
            assertTrue(LevelStats.of(heard).peak() <= 0.505, "as loud as " + LevelStats.of(heard).peak());
            assertTrue(steepest(heard.samples(0)) <= 1.25 * steepest(tone.samples(0)), hertz + " Hz clicks");
            int window = (int) (2 * RATE / hertz);
            for (int i = 0; i + window < heard.frames() - RATE / 50; i += window) {
                assertEquals(LevelStats.of(tone).rmsDb(), LevelStats.of(heard.slice(i, i + window)).rmsDb(), 1, hertz + " Hz at " + i);
            }
        }
    }

    /** The beginning is the sound's own to the sample as far as one piece goes, and the last loud moment is the last one. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.25, 2})
    void speechBeginsAndEndsAsItDid(double speed) {
        var speech = AudioFiles.read(Path.of("assets/samples/refs/ben.wav")).toMono();
        var loud = speech.slice(RATE, 2 * RATE);
        var heard = TimeStretch.of(loud, speed);
        assertEquals(Math.round(loud.frames() / speed), heard.frames());
        assertTrue(likeness(loud.samples(0), heard.samples(0), 240) > 0.999, "another beginning");
        // A piece may come from 12.5 ms before or after its place.
        double tail = LevelStats.of(heard.slice(heard.frames() - RATE / 20, heard.frames())).rmsDb();
        double least = LevelStats.of(end(loud, 0.05 * speed - 0.0125)).rmsDb();
        double most = LevelStats.of(end(loud, 0.05 * speed + 0.0125)).rmsDb();
        assertTrue(tail > Math.min(least, most) - 2 && tail < Math.max(least, most) + 2, tail + " dB, not " + least + " to " + most);
        assertEquals(LevelStats.of(speech).rmsDb(), LevelStats.of(TimeStretch.of(speech, speed)).rmsDb(), 1);
        assertTrue(steepest(heard.samples(0)) <= 1.1 * steepest(loud.samples(0)), "clicks");
    }

    private static Pcm end(Pcm sound, double seconds) {
        return sound.slice(sound.frames() - (int) (seconds * RATE), sound.frames());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 1.5, 2})
    void fiftyMillisecondsStayATone(double speed) {
        for (double hertz : new double[] {137, 200, 300, 400}) {
            var tone = Pcm.mono(RATE, Tones.sine(RATE, RATE / 20, hertz, 0.5));
            var heard = TimeStretch.of(tone, speed);
            assertEquals(Math.round(tone.frames() / speed), heard.frames());
            assertEquals(LevelStats.of(tone).rmsDb(), LevelStats.of(heard).rmsDb(), 1, hertz + " Hz");
            assertTrue(steepest(heard.samples(0)) <= 2.5 * steepest(tone.samples(0)), hertz + " Hz clicks");
        }
    }

    @Test
    void aFewSamplesAndNoneAreNoTrouble() {
        for (int frames = 0; frames < 300; frames++) {
            var tone = Pcm.mono(RATE, Tones.sine(RATE, frames, 300, 0.5));
            for (double speed : new double[] {0.5, 0.9, 1.3, 2}) assertEquals(Math.round(frames / speed), TimeStretch.of(tone, speed).frames());
        }
    }

    @Test
    void theUsualSpeedIsTheSoundItselfAndOthersAreRefused() {
        var tone = Pcm.mono(RATE, Tones.sine(RATE, RATE, 200, 0.5));
        assertSame(tone, TimeStretch.of(tone, 1));
        for (double bad : new double[] {0, -1, 0.49, 2.01, Double.NaN}) assertThrows(IllegalArgumentException.class, () -> TimeStretch.of(tone, bad));
    }

    @Test
    void theSameSoundGivesTheSameSamples() {
        var speech = AudioFiles.read(Path.of("assets/samples/refs/ann.wav")).toMono().slice(0, RATE);
        assertEquals(TimeStretch.of(speech, 0.8), TimeStretch.of(speech, 0.8));
        // Silence stays silence, whatever the library prefers in it.
        assertEquals(Pcm.silence(RATE, 1, RATE), TimeStretch.of(Pcm.silence(RATE, 1, 2 * RATE), 2));
    }

    /** In pieces of any size, as a player reads it, with the speed changed on the way. */
    @Test
    void playedPieceByPieceItKeepsPitchWithoutSeams() {
        var tone = Tones.sine(RATE, 6 * RATE, 200, 0.5);
        var stretch = new TimeStretch(RATE);
        var heard = new float[4 * RATE];
        double from = 0;
        int done = 0;
        for (int turn = 0; done < heard.length; turn++) {
            int count = Math.min(heard.length - done, 100 + 61 * (turn % 9));
            double speed = done < RATE ? 1.5 : done < 2 * RATE ? 0.75 : 1.25;
            System.arraycopy(stretch.read((at, frames) -> window(tone, at, frames), from, speed, count), 0, heard, done, count);
            from += count * speed;
            done += count;
        }
        assertEquals(0, cents(heard, 200), 3);
        assertTrue(steepest(heard) <= 1.05 * steepest(tone), "seams");
        assertArrayEquals(window(tone, 0, 240), java.util.Arrays.copyOf(heard, 240), 1e-4f);
    }

    @Test
    void nothingIsWrittenToStandardOutput() {
        var out = System.out;
        var said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true));
            TimeStretch.of(Pcm.silence(RATE, 1, RATE), 1.5);
            System.out.print("ours");
        } finally {
            System.setOut(out);
        }
        assertEquals("ours", said.toString());
    }

    private static float[] window(float[] sound, long from, int count) {
        var out = new float[count];
        for (int i = 0; i < count; i++) if (from + i >= 0 && from + i < sound.length) out[i] = sound[(int) (from + i)];
        return out;
    }

    /** How far a tone is off, by the median of its rising zero crossings' distances. */
    private static double cents(float[] x, double hertz) {
        var at = java.util.stream.IntStream.range(1, x.length).filter(i -> x[i - 1] < 0 && x[i] >= 0)
                .mapToDouble(i -> i - x[i] / (x[i] - x[i - 1])).toArray();
        var gaps = java.util.stream.IntStream.range(1, at.length).mapToDouble(i -> at[i] - at[i - 1]).sorted().toArray();
        return 1200 * Math.log(RATE / gaps[gaps.length / 2] / hertz) / Math.log(2);
    }

    private static double steepest(float[] x) {
        double most = 0;
        for (int i = 1; i < x.length; i++) most = Math.max(most, Math.abs(x[i] - x[i - 1]));
        return most;
    }

    private static double likeness(float[] a, float[] b, int count) {
        double dot = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < count; i++) {
            dot += a[i] * b[i];
            left += a[i] * a[i];
            right += b[i] * b[i];
        }
        return dot / Math.sqrt(left * right);
    }
}
