package studio.parley.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.voice.WordCut.Stretch;

class WordCutTest {
    private static final String WORDS = "aaaa bbbb cccc dddd eeee ffff gggg hhhh";

    private static WordCut cut(List<Stretch> sounding, int from, int to) {
        return WordCut.of(WORDS, sounding, new Stretch(0, 8000), new Stretch(from, to));
    }

    @Test
    void wordsAreCutByTheirTime() {
        assertEquals(new WordCut("aaaa bbbb ", "cccc dddd eeee ffff ", "gggg hhhh"), cut(List.of(new Stretch(0, 8000)), 2000, 6000));
        assertEquals(new WordCut("", WORDS, ""), cut(List.of(new Stretch(0, 8000)), 0, 8000));
        assertFalse(cut(List.of(new Stretch(0, 8000)), 100, 7900).leavesOut());
        assertEquals(4, cut(List.of(new Stretch(0, 8000)), 2000, 6000).count());
    }

    @Test
    void pausesHoldNoWords() {
        var halves = List.of(new Stretch(0, 1000), new Stretch(7000, 8000));
        assertEquals("aaaa bbbb cccc dddd ", cut(halves, 4000, 8000).before());
        assertFalse(cut(List.of(new Stretch(3000, 5000)), 2900, 5100).leavesOut(), "silence is cut, no word");
    }

    @Test
    void aClipSoundsWhereItIsNoPause() {
        var tone = new float[24_000];
        for (int i = 0; i < tone.length; i++) tone[i] = (float) Math.sin(i * 0.05);
        var found = WordCut.sounding(Pcm.mono(24_000, tone).then(Pcm.silence(24_000, 1, 24_000)).then(Pcm.mono(24_000, tone)));
        assertEquals(2, found.size());
        assertEquals(1000, found.getFirst().to(), 5);
        assertEquals(2000, found.getLast().from(), 5);
    }

    /** Nothing is lost or doubled, whatever is cut. */
    @Property(tries = 200)
    void allWordsAreThere(@ForAll @IntRange(max = 8000) int from, @ForAll @IntRange(min = 1, max = 8000) int length) {
        var cut = cut(List.of(new Stretch(500, 3000), new Stretch(3500, 7600)), from, from + length);
        assertEquals(WORDS, cut.before() + cut.kept() + cut.after());
        assertTrue(cut.count() <= 8);
    }
}
