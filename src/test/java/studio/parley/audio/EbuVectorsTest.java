package studio.parley.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.audio.loudness.Loudness;
import studio.parley.audio.loudness.LoudnessAnalyzer;
import studio.parley.audio.loudness.LoudnessMeter;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

/**
 * The synthetic test signals of EBU Tech 3341 (cases 1 to 6, 9, 10, 12, 13, 15 to 19) and Tech 3342 (cases 1 to 4), made as those
 * documents define them, at 24 kHz, Parley's own rate. Levels are dBFS, of the sine's peak; the bounds are the documents'.
 */
class EbuVectorsTest {
    private static final int RATE = 24_000;

    /** A stretch of a 1 kHz sine in both channels. */
    private record Tone(double level, double seconds) {}

    private static final double SILENCE = Double.NEGATIVE_INFINITY;

    /** "-36x10 -23x60": level and seconds of each stretch. */
    private static Pcm signal(String stretches) {
        return signal(Arrays.stream(stretches.split(" ")).map(s -> s.split("x"))
                .map(s -> new Tone(Double.parseDouble(s[0]), Double.parseDouble(s[1]))).toList());
    }

    private static Pcm signal(List<Tone> tones) {
        var x = new float[tones.stream().mapToInt(t -> (int) Math.round(t.seconds() * RATE)).sum()];
        int at = 0;
        for (var t : tones) {
            int end = at + (int) Math.round(t.seconds() * RATE);
            double amplitude = LevelStats.amplitude(t.level());
            for (; at < end; at++) x[at] = (float) (amplitude * Math.sin(2 * Math.PI * 1000 * at / RATE));
        }
        return Pcm.of(RATE, x, x);
    }

    private static double range(String stretches) {
        return measured(Pcm.mono(RATE, signal(stretches).raw(0))).range();
    }

    private static Loudness measured(Pcm pcm) {
        var meter = new LoudnessAnalyzer(pcm.rate(), pcm.channels());
        meter.add(pcm);
        return meter.finish();
    }

    @ParameterizedTest
    @CsvSource({
        "-23, -23x20",
        "-33, -33x20",
        "-23, -36x10 -23x60 -36x10",
        "-23, -72x10 -36x10 -23x60 -36x10 -72x10",
        "-23, -26x20 -20x20.1 -26x20",
    })
    void integrated(double expected, String stretches) {
        assertEquals(expected, Loudness.integratedOf(signal(stretches)), 0.1);
    }

    /** Case 6 in the order of a WAV file's 5.1: left, right, centre, low frequencies, and the surrounds, which count 1.5 dB more. */
    @Test
    void integratedInSurround() {
        var front = signal("-28x20").raw(0);
        var centre = signal("-24x20").raw(0);
        var surround = signal("-30x20").raw(0);
        var signal = Pcm.of(RATE, front, front, centre, new float[front.length], surround, surround);
        assertEquals(-23, Loudness.integratedOf(signal), 0.1);
        assertEquals(-23, measured(signal).integrated(), 0.1);
        var rumbling = Pcm.of(RATE, front, front, centre, signal("-1x20").raw(0), surround, surround);
        assertEquals(-23, Loudness.integratedOf(rumbling), 0.1);
    }

    /**
     * What the documents' own signals do not settle: the gate lies 10 LU below what passes the absolute gate, neither 8 nor 12. 60 s
     * at -20 and 10 s at L measure -20.58 LUFS or less before the gate.
     */
    @ParameterizedTest
    @CsvSource({"-29, -20.57", "-30, -20.60", "-31, -20", "-32, -20"})
    void theRelativeGateIsTenBelow(double quiet, double expected) {
        assertEquals(expected, Loudness.integratedOf(signal("-20x60 " + quiet + "x10")), 0.1);
    }

    @Test
    void theAbsoluteGateIsAtMinus70() {
        assertEquals(-69, Loudness.integratedOf(signal("-69x5")), 0.1);
        assertEquals(SILENCE, Loudness.integratedOf(signal("-71x5")));
    }

    /** Cases 9 and 12: a rhythm whose every 3 s, or 0.4 s, hold the same energy. */
    @Test
    void shortTermAndMomentaryOfARhythmStandStill() {
        steady(signal("-20x1.34 -30x1.66 ".repeat(5)), 3, LoudnessMeter::shortTerm);
        steady(signal("-20x0.18 -30x0.22 ".repeat(25)), 1, LoudnessMeter::momentary);
    }

    /** The meter is for one channel, which reads 3 dB less than two alike. */
    private static void steady(Pcm signal, double from, ToDoubleFunction<LoudnessMeter> reading) {
        var meter = new LoudnessMeter(RATE);
        int step = RATE / 50;
        for (int at = 0; at + step <= signal.frames(); at += step) {
            meter.push(signal.slice(at, at + step).raw(0), step);
            if (at >= from * RATE) assertEquals(-26.01, reading.applyAsDouble(meter), 0.1, at + "");
        }
    }

    /** Cases 10 and 13: as long as the window, at any place: the largest value is met within its bounds. */
    @Test
    void theLargestIsFoundWhereverItLies() {
        for (int i = 0; i < 20; i++) {
            var m = measured(signal(List.of(new Tone(SILENCE, 0.02 * i), new Tone(-23, 0.4), new Tone(SILENCE, 1))));
            // Windows step by 0.1 s, so that up to 50 ms of the tone lie outside the best one: 0.6 dB.
            assertEquals(-23.3, m.momentary(), 0.4, "case 13, " + i);
        }
        for (int i = 0; i < 20; i += 5) {
            var s = measured(signal(List.of(new Tone(SILENCE, 0.15 * i), new Tone(-23, 3), new Tone(SILENCE, 1))));
            assertEquals(-23, s.shortTerm(), 0.1, "case 10, " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 0.5, -6", "4, 45, 0.5, -6", "6, 60, 0.5, -6", "8, 67.5, 0.5, -6", "4, 45, 1.41, 3"})
    void truePeaks(int part, double degrees, double amplitude, double expected) {
        var x = new float[RATE];
        for (int i = 0; i < x.length; i++) {
            double edge = Math.clamp(Math.min(i, x.length - i) / 200.0, 0, 1);
            x[i] = (float) (edge * amplitude * Math.sin(2 * Math.PI * i / part + Math.toRadians(degrees)));
        }
        for (double found : new double[] {Measured.truePeakDb(Pcm.mono(RATE, x)), measured(Pcm.mono(RATE, x)).truePeakDb()}) {
            assertTrue(found > expected - 0.4 && found < expected + 0.2, found + " instead of " + expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, -20x20 -30x20", "5, -20x20 -15x20", "20, -40x20 -20x20", "15, -50x20 -35x20 -20x20 -35x20 -50x20"})
    void loudnessRange(double expected, String stretches) {
        assertEquals(expected, range(stretches), 1);
    }

    /** The range leaves out what is 20 LU below the mean, the loudest 5 % and the quietest 10 % of the time. */
    @ParameterizedTest
    @CsvSource({"20.5, -20x60 -40.5x20", "0, -20x60 -43x10", "10, -20x10 -30x90", "0, -20x1 -30x120", "0, -20x100 -30x5"})
    void theRangesGateAndEnds(double expected, String stretches) {
        assertEquals(expected, range(stretches), 1);
    }
}
