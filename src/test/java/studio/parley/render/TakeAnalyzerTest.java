package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.render.TakeIssue.Kind;
import studio.parley.speech.StopReason;
import studio.parley.speech.mimi.Codes;

class TakeAnalyzerTest {
    private static final String SENTENCE = "A line that takes about three seconds to say.";

    private static Codes codes(int frames, boolean stuck) {
        return Codes.of(2, IntStream.range(0, frames).mapToObj(i -> new int[] {stuck ? 1 : i, 5}).toList());
    }

    private static Pcm noise(int frames, double level) {
        var random = new Random(1);
        var out = new float[frames * 1920];
        for (int i = 0; i < out.length; i++) out[i] = (float) (level * (random.nextDouble() * 2 - 1));
        return Pcm.mono(24_000, out);
    }

    private static List<Kind> kinds(Codes codes, StopReason ending, Pcm sound) {
        return TakeAnalyzer.of(SENTENCE, codes, ending, sound).stream().map(TakeIssue::kind).toList();
    }

    @Test
    void findings() {
        assertEquals(List.of(), kinds(codes(40, false), StopReason.END_OF_SPEECH, noise(40, 0.3)));
        assertEquals(List.of(Kind.NOTHING_SAID), kinds(codes(0, false), StopReason.END_OF_SPEECH, noise(1, 0)));
        assertEquals(List.of(Kind.NO_END), kinds(codes(40, false), StopReason.LIMIT, noise(40, 0.3)));
        assertEquals(List.of(Kind.NO_END), kinds(codes(200, false), StopReason.LIMIT, noise(200, 0.3)));
        assertEquals(List.of(Kind.REPEATED_FRAMES), kinds(codes(40, true), StopReason.END_OF_SPEECH, noise(40, 0.3)));
        assertEquals(List.of(Kind.TOO_LONG), kinds(codes(200, false), StopReason.END_OF_SPEECH, noise(200, 0.3)));
        assertEquals(List.of(Kind.TOO_SHORT), kinds(codes(5, false), StopReason.END_OF_SPEECH, noise(5, 0.3)));
        assertEquals(List.of(Kind.SILENT), kinds(codes(40, false), StopReason.END_OF_SPEECH, noise(40, 0.0001)));
        assertEquals(List.of(Kind.PAUSE_INSIDE), kinds(codes(60, false), StopReason.END_OF_SPEECH, noise(20, 0.3).then(noise(25, 0))
                .then(noise(15, 0.3))));
        assertEquals(List.of(Kind.CLIPPED), kinds(codes(40, false), StopReason.END_OF_SPEECH, noise(40, 9).slice(0, 40 * 1920)));
    }

    /** A whole take with some samples at full scale. */
    private static List<TakeIssue> clipped(int... runs) {
        var x = noise(40, 0.3).samples(0);
        int at = 1000;
        for (int run : runs) {
            for (int i = 0; i < run; i++) x[at + i] = i % 2 == 0 ? 1 : -1;
            at += 1000;
        }
        return TakeAnalyzer.of(SENTENCE, codes(40, false), StopReason.END_OF_SPEECH, Pcm.mono(24_000, x));
    }

    /** Two samples at full scale may be a loud consonant, three in a row are cut off. */
    @Test
    void clippingIsThreeSamplesInARow() {
        assertEquals(List.of(), clipped(1, 2, 2));
        assertEquals(List.of("clips in 1 place"), clipped(3, 2).stream().map(TakeIssue::words).toList());
        assertEquals(List.of("clips in 3 places"), clipped(3, 9, 2, 4).stream().map(TakeIssue::words).toList());
    }

    @Test
    void eightEqualFramesAreStuck() {
        for (int equal : new int[] {7, 8, 12}) {
            var codes = Codes.of(2, IntStream.range(0, 40).mapToObj(i -> new int[] {i > 20 && i <= 20 + equal ? 21 : i, 5}).toList());
            assertEquals(equal < 8 ? List.of() : List.of(Kind.REPEATED_FRAMES), kinds(codes, StopReason.END_OF_SPEECH, noise(40, 0.3)), equal + "");
        }
    }

    /** 1.5 s of silence are a pause to ask about, less is a breath. */
    @Test
    void onlyLongSilencesAreFound() {
        for (int silent : new int[] {18, 19}) {
            var sound = noise(20, 0.3).then(noise(silent, 0.001)).then(noise(15, 0.3));
            assertEquals(silent < 19 ? List.of() : List.of(Kind.PAUSE_INSIDE), kinds(codes(50, false), StopReason.END_OF_SPEECH, sound), silent + "");
        }
        assertEquals(List.of(Kind.TOO_LONG, Kind.SILENT), kinds(codes(200, false), StopReason.END_OF_SPEECH, noise(200, 0)));
    }

    @Test
    void aTakeThatWasCutOffIsNeitherTooLongNorTooShort() {
        assertEquals(List.of(Kind.NO_END), kinds(codes(5, false), StopReason.LIMIT, noise(5, 0.3)));
        assertEquals(List.of(Kind.NO_END), kinds(codes(300, false), StopReason.LIMIT, noise(300, 0.3)));
    }

    /** The words say what was measured, in seconds: whoever reads them can find the place. */
    @Test
    void theWordsGiveTheFigures() {
        var pause = noise(20, 0.3).then(noise(25, 0)).then(noise(15, 0.3));
        assertEquals(List.of("2.0 s of silence inside"), words(codes(60, false), StopReason.END_OF_SPEECH, pause));
        assertEquals(List.of("no end of speech: cut off at 3.2 s"), words(codes(40, false), StopReason.LIMIT, noise(40, 0.3)));
        assertEquals(List.of("one frame repeats for 3.2 s"), words(codes(40, true), StopReason.END_OF_SPEECH, noise(40, 0.3)));
        assertEquals(List.of("16.0 s for text that takes about 3.7 s: it may ramble"), words(codes(200, false), StopReason.END_OF_SPEECH, noise(200, 0.3)));
    }

    private static List<String> words(Codes codes, StopReason ending, Pcm sound) {
        return TakeAnalyzer.of(SENTENCE, codes, ending, sound).stream().map(TakeIssue::words).toList();
    }

    /** The words take 3.7 s: from 1.5 s on they may all be there, up to 9.1 s nobody rambles. */
    @Test
    void lengthsAreJudgedGenerously() {
        for (int frames : new int[] {18, 19, 113, 115}) {
            var expected = frames < 19 ? List.of(Kind.TOO_SHORT) : frames > 114 ? List.of(Kind.TOO_LONG) : List.of();
            assertEquals(expected, kinds(codes(frames, false), StopReason.END_OF_SPEECH, noise(frames, 0.3)), frames + " frames");
        }
    }

    /** -50 dB is the floor: below it a whole take is silent, above it every part of it sounds. */
    @Test
    void silenceBeginsAtMinus50Decibels() {
        for (double db : new double[] {-50.1, -49.9}) {
            var x = new float[40 * 1920];
            for (int i = 0; i < x.length; i++) x[i] = (float) (Math.pow(10, db / 20) * (i % 2 == 0 ? 1 : -1));
            assertEquals(db < -50 ? List.of(Kind.SILENT) : List.of(), kinds(codes(40, false), StopReason.END_OF_SPEECH, Pcm.mono(24_000, x)), db + " dB");
        }
    }

    /** Whoever renders again on a finding does so only on those that matter. */
    @Test
    void seriousIsWhatMakesATakeUseless() {
        var serious = List.of(Kind.NOTHING_SAID, Kind.NO_END, Kind.REPEATED_FRAMES, Kind.TOO_SHORT, Kind.SILENT);
        var found = new ArrayList<TakeIssue>();
        found.addAll(TakeAnalyzer.of(SENTENCE, codes(0, false), StopReason.END_OF_SPEECH, noise(1, 0)));
        found.addAll(TakeAnalyzer.of(SENTENCE, codes(40, true), StopReason.LIMIT, noise(40, 0.3)));
        found.addAll(TakeAnalyzer.of(SENTENCE, codes(200, false), StopReason.END_OF_SPEECH, noise(100, 3).then(noise(100, 0))));
        found.addAll(TakeAnalyzer.of(SENTENCE, codes(5, false), StopReason.END_OF_SPEECH, noise(5, 0)));
        assertEquals(Kind.values().length, found.stream().map(TakeIssue::kind).distinct().count());
        for (var f : found) assertEquals(serious.contains(f.kind()), f.serious(), f.toString());
    }
}
