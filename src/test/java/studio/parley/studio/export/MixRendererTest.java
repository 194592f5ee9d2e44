package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.store.ClipStore;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.Document;

class MixRendererTest {
    @TempDir
    Path temp;

    private MixRenderer rendering(Document document) {
        return new MixRenderer(Arrangement.of(document, Scenes.RATE), ClipCache.of(new ClipStore(temp)));
    }

    private float[] whole(Document document) {
        var rendering = rendering(document);
        return rendering.read(0, (int) rendering.length()).samples(0);
    }

    @Test
    void anyPiecesAreTheWholeBitForBit() {
        for (int seed = 0; seed < 8; seed++) {
            var document = Scenes.edited(Scenes.lighthouse(new ClipStore(temp)), seed);
            var whole = whole(document);
            var r = new Random(seed);
            var pieces = rendering(document);
            for (int i = 0; i < 20; i++) {
                int from = r.nextInt(whole.length);
                int to = from + r.nextInt(whole.length - from);
                assertArrayEquals(Arrays.copyOfRange(whole, from, to), pieces.read(from, to - from).samples(0));
            }
        }
    }

    @Test
    void placementGainTrimAndDuckAreAsTold() {
        var clipStore = new ClipStore(temp);
        var document = Scenes.lighthouse(clipStore);
        var arrangement = Arrangement.of(document, Scenes.RATE);
        // L2 overlaps the last 300 ms of L1, L3 has no sound yet.
        assertEquals(0, arrangement.part("L1").orElseThrow().start());
        assertEquals(24000 - 7200, arrangement.part("L2").orElseThrow().start());
        var last = arrangement.part("L4").orElseThrow();
        assertEquals(18000 - 2400 - 1200, last.frames());
        var out = whole(document);
        var clip = Scenes.sound(18000, "L4".hashCode()).samples(0);
        int middle = 6000;
        assertEquals(clip[2400 + middle] * Math.pow(10, -6 / 20.0), out[(int) last.start() + middle], 1e-6);
        var first = Scenes.sound(24000, "L1".hashCode()).samples(0);
        assertEquals(first[5000], out[5000], 1e-7);
        var second = Scenes.sound(12000, "L2".hashCode()).samples(0);
        double both = first[20000] * Math.pow(10, -8 / 20.0) + second[20000 - 16800] * Math.pow(10, 3 / 20.0);
        assertEquals(both, out[20000], 1e-6);
    }

    @Test
    void stemsAddUpToTheMixAndMutedSpeakersAreSilent() {
        var document = Scenes.lighthouse(new ClipStore(temp));
        var mix = whole(document);
        var ann = whole(ProjectEdits.mute(1, true).change().apply(document));
        var ben = whole(ProjectEdits.solo(1, true).change().apply(document));
        for (int i = 0; i < mix.length; i++) assertEquals(mix[i], ann[i] + ben[i], 1e-6);
        assertEquals(mix.length, ann.length);
    }

    @Test
    void resamplingInPiecesIsResamplingTheWhole() {
        var document = Scenes.lighthouse(new ClipStore(temp));
        var whole = Resampler.resample(rendering(document).read(0, (int) rendering(document).length()), 44100).samples(0);
        var resampler = new Resampler(Scenes.RATE, 44100);
        var out = new java.util.ArrayList<Float>();
        rendering(document).stream(1000, pcm -> {
            for (float s : resampler.push(pcm.samples(0))) out.add(s);
        });
        for (float s : resampler.finish()) out.add(s);
        assertEquals(whole.length, out.size());
        for (int i = 0; i < whole.length; i++) assertEquals(whole[i], out.get(i));
    }
}
