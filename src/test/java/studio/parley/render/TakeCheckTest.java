package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.parley.audio.Pcm;
import studio.parley.render.Finding.Kind;
import studio.parley.speech.Codes;
import studio.parley.speech.Ending;

class TakeCheckTest {
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

    private static List<Kind> kinds(Codes codes, Ending ending, Pcm sound) {
        return TakeCheck.of(SENTENCE, codes, ending, sound).stream().map(Finding::kind).toList();
    }

    @Test
    void findings() {
        assertEquals(List.of(), kinds(codes(40, false), Ending.END_OF_SPEECH, noise(40, 0.3)));
        assertEquals(List.of(Kind.NOTHING_SAID), kinds(codes(0, false), Ending.END_OF_SPEECH, noise(1, 0)));
        assertEquals(List.of(Kind.NO_END), kinds(codes(40, false), Ending.LIMIT, noise(40, 0.3)));
        assertEquals(List.of(Kind.NO_END), kinds(codes(200, false), Ending.LIMIT, noise(200, 0.3)));
        assertEquals(List.of(Kind.REPEATED_FRAMES), kinds(codes(40, true), Ending.END_OF_SPEECH, noise(40, 0.3)));
        assertEquals(List.of(Kind.TOO_LONG), kinds(codes(200, false), Ending.END_OF_SPEECH, noise(200, 0.3)));
        assertEquals(List.of(Kind.TOO_SHORT), kinds(codes(5, false), Ending.END_OF_SPEECH, noise(5, 0.3)));
        assertEquals(List.of(Kind.SILENT), kinds(codes(40, false), Ending.END_OF_SPEECH, noise(40, 0.0001)));
        assertEquals(List.of(Kind.PAUSE_INSIDE), kinds(codes(60, false), Ending.END_OF_SPEECH, noise(20, 0.3).then(noise(25, 0))
                .then(noise(15, 0.3))));
        assertEquals(List.of(Kind.CLIPPED), kinds(codes(40, false), Ending.END_OF_SPEECH, noise(40, 9).slice(0, 40 * 1920)));
    }
}
