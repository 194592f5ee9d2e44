package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Cancellation;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.model.Sampling;

/** One line becomes takes, on the tiny model, which never ends by itself: cut off after six frames, every take is worth another. */
class RendererTest extends OnTinyModel {
    private Renderer renderer(int retries) {
        return new Renderer(model, UnaryOperator.identity(), 2, retries);
    }

    private static UtteranceRequest takes(List<ContextTurn> heard, String text, long... seeds) {
        var takes = new ArrayList<Sampling>();
        for (long seed : seeds) takes.add(new Sampling(0.9f, 0.9f, 20, seed));
        return new UtteranceRequest(heard, 0, text, takes, 6);
    }

    @Test
    void aTakeIsItsRecipe() {
        try (var renderer = renderer(0)) {
            var heard = List.of(ContextTurn.spoken(1, "Hm.", render(renderer, takes(List.of(), "Hm.", 1), RenderListener.NONE).getFirst().codes()));
            var both = render(renderer, takes(heard, "Hello.", 5, 6), RenderListener.NONE);
            var recipe = both.get(1).recipe();
            var alone = new UtteranceRequest(heard, 0, "Hello.", takes(heard, "Hello.", recipe.seed()).takes(), 6, recipe.together());
            var again = render(renderer, alone, RenderListener.NONE).getFirst();
            assertEquals(both.get(1).codes(), again.codes());
            assertEquals(both.get(1).recipe(), again.recipe());
            assertEquals(both.get(1).sound(), again.sound());
            assertNotEquals(both.get(0).codes(), again.codes());
            assertEquals(again.codes(), TakeSound.heard(clipStore, 0, "Hello.", again.keep(clipStore, "T1")).orElseThrow().codes());
        }
    }

    /** Lines of different length and context, in any company. */
    @Test
    void aLineIsTheSameInABatchWithOthersAsAlone() {
        try (var renderer = new Renderer(model, UnaryOperator.identity(), 4, 0)) {
            var heard = List.of(ContextTurn.spoken(1, "Hm.", render(renderer, takes(List.of(), "Hm.", 1), RenderListener.NONE).getFirst().codes()));
            var lines = List.of(batched(List.of(), "One.", 5, 6), batched(heard, "And another.", 6, 3), batched(List.of(), "The third of them.", 7, 9));
            var alone = lines.stream().map(l -> renderer.render(l).getFirst()).toList();
            var atOnce = renderer.render(lines).stream().map(List::getFirst).toList();
            for (int i = 0; i < lines.size(); i++) {
                assertEquals(alone.get(i).codes(), atOnce.get(i).codes());
                assertEquals(alone.get(i).sound(), atOnce.get(i).sound());
                assertEquals(alone.get(i).recipe(), atOnce.get(i).recipe());
                assertTrue(lines.get(i).goesWith(lines.getFirst()));
            }
            var two = new UtteranceRequest(List.of(), 0, "Two takes.", takes(List.of(), "", 1, 2).takes(), 6);
            assertFalse(lines.getFirst().goesWith(new Utterance(two, Renderer.fit(model, two), RenderListener.NONE)));
        }
    }

    private static Utterance batched(List<ContextTurn> heard, String text, long seed, int frames) {
        var prompt = new UtteranceRequest(heard, 0, text, takes(heard, text, seed).takes(), frames, true);
        return new Utterance(prompt, Renderer.fit(model, prompt), RenderListener.NONE);
    }

    @Test
    void whatIsHeardWhileItIsMadeIsTheTake() {
        try (var renderer = renderer(0)) {
            var heard = new ArrayList<Float>();
            var made = render(renderer, takes(List.of(), "Listen.", 9), new RenderListener() {
                @Override
                public boolean wantsSound() {
                    return true;
                }

                @Override
                public void sound(float[] samples) {
                    for (float s : samples) heard.add(s);
                }
            }).getFirst();
            Pcm sound = made.sound();
            assertEquals(sound.frames(), heard.size());
            for (int i = 0; i < heard.size(); i++) assertEquals(sound.at(0, i), heard.get(i), 1e-5);
        }
    }

    @Test
    void whatCannotBeMadeIsRefusedAsAPrompt() {
        var one = Sampling.greedy();
        assertThrows(IllegalArgumentException.class, () -> new UtteranceRequest(List.of(), 0, "x", List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> new UtteranceRequest(List.of(), 0, "x", List.of(one), -1));
        assertThrows(IllegalArgumentException.class, () -> new UtteranceRequest(List.of(), 0, "x", List.of(one, one), 0, false));
        assertTrue(new UtteranceRequest(List.of(), 0, "x", List.of(one, one), 0).together());
        assertFalse(new UtteranceRequest(List.of(), 0, "x", List.of(one), 0).together());
    }

    @Test
    void aSeriousFindingIsTriedAgainWithAnotherSeed() {
        try (var once = renderer(0); var thrice = renderer(2)) {
            var first = render(once, prompt(0.9f, 5), RenderListener.NONE).getFirst();
            assertEquals(5, first.recipe().seed());
            assertTrue(first.checks().getFirst().startsWith("no end of speech"), first.checks().toString());
            var restarts = new int[1];
            var last = render(thrice, prompt(0.9f, 5), new RenderListener() {
                @Override
                public void restart() {
                    restarts[0]++;
                }
            }).getFirst();
            assertEquals(2, restarts[0]);
            assertNotEquals(first.codes(), last.codes());
            assertEquals(2, last.checks().stream().filter(c -> c.contains("was made again with another: no end of speech")).count());
            var alone = render(once, prompt(0.9f, last.recipe().seed()), RenderListener.NONE).getFirst();
            assertEquals(last.codes(), alone.codes(), "the recipe names the seed that was used in the end");
        }
    }

    /** The likeliest codes stay the same whatever the seed. */
    @Test
    void greedyTakesAreNotTriedAgain() {
        try (var renderer = renderer(2)) {
            var made = render(renderer, prompt(0, 5), RenderListener.NONE).getFirst();
            assertEquals(List.of("no end of speech: cut off at 0.5 s"), made.checks());
        }
    }

    @Test
    void whatIsCancelledEnds() {
        try (var renderer = renderer(0)) {
            assertThrows(CancellationException.class, () -> Cancellation.unless(() -> true, () -> render(renderer, prompt(0.9f, 5), RenderListener.NONE)));
        }
    }

    @Test
    void aTakesCodesLieBesideItsClip() {
        try (var renderer = renderer(0)) {
            var made = render(renderer, prompt(0.9f, 5), RenderListener.NONE).getFirst();
            assertTrue(clipStore.find(ClipId.of(made.sound())).isEmpty(), "nothing is written until somebody keeps it");
            var take = made.keep(clipStore, "T7");
            assertEquals("T7", take.id());
            assertEquals(made.sound(), clipStore.get(new ClipId(take.clip())));
            assertEquals(made.codes(), TakeSound.heard(clipStore, 3, "Words.", take).orElseThrow().codes());
            assertEquals(3, TakeSound.heard(clipStore, 3, "Words.", take).orElseThrow().speaker());
            assertTrue(TakeSound.codes(new ClipStore(temp.resolve("other")), new ClipId(take.clip())).isEmpty());
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
