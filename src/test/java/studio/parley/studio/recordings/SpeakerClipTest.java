package studio.parley.studio.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.speaker.Embedding;

class SpeakerClipTest {
    private static SpokenLine line(int from, double seconds, String text, double probability) {
        return new SpokenLine(Pcm.silence(1000, 1, 100_000), from, from + (int) (1000 * seconds), from, text, 0, Optional.of(new Embedding(new float[] {1, 0}, seconds)), probability);
    }

    @Test
    void theSurestWordsAreTakenInTheirOrderUntilThereIsEnough() {
        var lines = new ArrayList<SpokenLine>();
        for (int i = 0; i < 8; i++) lines.add(line(5000 * i, 4, "w" + i, i % 2 == 0 ? 0.9 : 0.4));
        var clip = SpeakerClip.of(lines).orElseThrow();
        assertEquals("w0 w2 w4", clip.words());
        assertEquals(12.5, clip.sound().seconds(), 1e-6);
    }

    @Test
    void aClipIsNeverLongerThanTwentySecondsAndShortPiecesAreLeftOut() {
        var clip = SpeakerClip.of(List.of(line(0, 11, "long", 0.9), line(20_000, 14, "longer", 0.8), line(40_000, 0.3, "no", 0.9), line(50_000, 5, "more", 0.7))).orElseThrow();
        assertEquals("long more", clip.words());
        assertTrue(SpeakerClip.of(List.of(line(0, 0.5, "no", 1))).isEmpty());
        assertTrue(SpeakerClip.of(List.of()).isEmpty());
    }
}
