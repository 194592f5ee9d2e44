package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Cancellation;

/** One line becomes takes, on the tiny model, which never ends by itself: cut off after six frames, every take is worth another. */
class RendererTest extends OnTinyModel {
    private Renderer renderer(int retries) {
        return new Renderer(model, clipStore, UnaryOperator.identity(), 2, retries);
    }

    @Test
    void aSeriousFindingIsTriedAgainWithAnotherSeed() {
        try (var once = renderer(0); var thrice = renderer(2)) {
            var first = once.render(prompt(0.9f, 5), RenderListener.NONE).getFirst();
            assertEquals(5, first.take().recipe().seed());
            assertTrue(first.take().checks().getFirst().startsWith("no end of speech"), first.take().checks().toString());
            var restarts = new int[1];
            var last = thrice.render(prompt(0.9f, 5), new RenderListener() {
                @Override
                public void restart() {
                    restarts[0]++;
                }
            }).getFirst();
            assertEquals(2, restarts[0]);
            assertNotEquals(first.codes(), last.codes());
            assertEquals(2, last.take().checks().stream().filter(c -> c.contains("was made again with another: no end of speech")).count());
            var alone = once.render(prompt(0.9f, last.take().recipe().seed()), RenderListener.NONE).getFirst();
            assertEquals(last.codes(), alone.codes(), "the recipe names the seed that was used in the end");
        }
    }

    /** The likeliest codes stay the same whatever the seed. */
    @Test
    void greedyTakesAreNotTriedAgain() {
        try (var renderer = renderer(2)) {
            var made = renderer.render(prompt(0, 5), RenderListener.NONE).getFirst();
            assertEquals(List.of("no end of speech: cut off at 0.5 s"), made.take().checks());
        }
    }

    @Test
    void whatWasCancelledIsNotKept() throws Exception {
        try (var renderer = renderer(0)) {
            assertThrows(CancellationException.class, () -> Cancellation.unless(() -> true, () -> renderer.render(prompt(0.9f, 5), RenderListener.NONE)));
            try (var kept = Files.walk(temp)) {
                assertEquals(0, kept.filter(Files::isRegularFile).count());
            }
        }
    }

    @Test
    void aTakesCodesLieBesideItsClip() {
        try (var renderer = renderer(0)) {
            var made = renderer.render(prompt(0.9f, 5), RenderListener.NONE).getFirst();
            assertEquals(made.sound(), clipStore.get(new ClipId(made.take().clip())));
            assertEquals(made.codes(), renderer.heard(3, "Words.", made.take()).orElseThrow().codes());
            assertEquals(3, renderer.heard(3, "Words.", made.take()).orElseThrow().speaker());
            assertTrue(Renderer.codes(new ClipStore(temp.resolve("other")), new ClipId(made.take().clip())).isEmpty());
        }
    }

    /** A reference is encoded once; what was kept of it and is damaged is made again. */
    @Test
    void aReferenceSoundsTheSameEveryTime() throws Exception {
        var clip = Resampler.resample(AudioFiles.read(Path.of("assets/samples/refs/ann.wav")).toMono(), 24_000).slice(0, 24_000);
        var first = new ReferenceCodesCache(model, clipStore).turn(1, "Words.", clip);
        assertTrue(first.pinned());
        assertEquals(13, first.codes().frames());
        try (var files = Files.walk(temp)) {
            for (var file : files.filter(f -> Files.isRegularFile(f) && !f.toString().endsWith(".wav")).toList()) Files.write(file, new byte[] {1, 2, 3});
        }
        assertEquals(first, new ReferenceCodesCache(model, clipStore).turn(1, "Words.", clip));
        assertEquals(first, new ReferenceCodesCache(model, clipStore).turn(1, "Words.", clip));
        assertThrows(IllegalArgumentException.class, () -> new ReferenceCodesCache(model, clipStore).turn(1, "Words.", Resampler.resample(clip, 48_000)));
    }
}
