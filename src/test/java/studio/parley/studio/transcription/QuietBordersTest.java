package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.pcm.Peaks;
import studio.parley.studio.transcription.TakeTranscript.Word;

class QuietBordersTest {
    private static final int RATE = 24000;

    /** Loud but for 30 ms from 0.54 s on. */
    private static Peaks peaks() {
        var sound = new float[2 * RATE];
        for (int i = 0; i < sound.length; i++) sound[i] = i >= 0.54 * RATE && i < 0.57 * RATE ? 0 : (i % 2 == 0 ? 0.5f : -0.5f);
        return Peaks.of(Pcm.mono(RATE, sound));
    }

    private static TakeTranscript heard(double... times) {
        var words = new java.util.ArrayList<Word>();
        for (int i = 0; i < times.length; i += 2) words.add(new Word("w" + i, times[i], times[i + 1], 1));
        return new TakeTranscript("test", List.copyOf(words));
    }

    @Test
    void aBorderMovesIntoTheGapNearby() {
        var settled = QuietBorders.of(heard(0.1, 0.5, 0.5, 0.9), peaks(), RATE).words();
        assertEquals(0.555, settled.getFirst().to(), 0.011);
        assertEquals(settled.getFirst().to(), settled.getLast().from());
        assertEquals(0.1, settled.getFirst().from());
        assertEquals(0.9, settled.getLast().to());
    }

    @Test
    void pausesAndBordersFarFromQuietStay() {
        assertEquals(heard(0.1, 0.45, 0.6, 0.9), QuietBorders.of(heard(0.1, 0.45, 0.6, 0.9), peaks(), RATE), "a pause");
        var far = QuietBorders.of(heard(1, 1.3, 1.3, 1.6), peaks(), RATE).words();
        assertEquals(1.3, far.getFirst().to(), 0.011, "equally loud everywhere");
        assertEquals(heard(), QuietBorders.of(heard(), peaks(), RATE));
        assertEquals(heard(1.9, 2.2, 2.2, 2.5), QuietBorders.of(heard(1.9, 2.2, 2.2, 2.5), peaks(), RATE), "beyond the sound");
    }

    @Test
    void aShortWordKeepsItsMiddle() {
        var settled = QuietBorders.of(heard(0.1, 0.46, 0.46, 0.52, 0.52, 0.9), peaks(), RATE).words();
        for (int i = 1; i < settled.size(); i++) assertEquals(settled.get(i - 1).to(), settled.get(i).from());
        for (var word : settled) assertEquals(true, word.from() <= word.to(), word.toString());
    }
}
