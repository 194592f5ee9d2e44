package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.model.Sampling;

/** What is heard and how long a line may be, on a tiny model that holds 2048 positions of 80 ms and never ends by itself. */
class RendererFitTest extends OnTinyModel {
    private static final int CAPACITY = 2048;

    private Renderer renderer() {
        return new Renderer(model, sound -> sound.times(0.5), 2, 0);
    }

    private static UtteranceRequest prompt(List<ContextTurn> heard, int maxFrames, long... seeds) {
        var takes = IntStream.range(0, seeds.length).mapToObj(i -> new Sampling(0.9f, 0.9f, 20, seeds[i])).toList();
        return new UtteranceRequest(heard, 0, "Hi.", takes, maxFrames);
    }

    /** A turn that takes so many positions. */
    private static ContextTurn turn(int positions, boolean pinned, int code) {
        int frames = positions - 1 - model.prompt().cost(1, "Oh.");
        return new ContextTurn(1, "Oh.", Codes.of(6, Collections.nCopies(frames, new int[] {code, 1, 2, 3, 4, 5})), pinned);
    }

    /** With a longest length of its own a line hears everything, to the last position. */
    @Test
    void aLineOfKnownLengthHearsAllThatFits() {
        int words = model.prompt().cost(0, "Hi.");
        var heard = List.of(turn(1000, false, 1), turn(CAPACITY - 1000 - words - 6, false, 2));
        var full = Renderer.fit(model, prompt(heard, 6, 1));
        assertEquals(heard, full.context());
        assertEquals(CAPACITY - 6, full.promptPositions());
        assertEquals(6, full.maxFrames());
        assertFalse(Renderer.fit(model, prompt(heard, 7, 1)).leftOut().isEmpty());
        assertFalse(Renderer.fit(model, prompt(heard, 0, 1)).leftOut().isEmpty(), "room is kept for the words");
    }

    /** Whatever was asked for, a line never passes what the model holds. */
    @Test
    void aLineIsCutWhereTheRoomEnds() {
        int words = model.prompt().cost(0, "Hi.");
        var heard = List.of(turn(CAPACITY - words - 20, true, 1));
        try (var renderer = renderer()) {
            assertEquals(20 * 80, render(renderer, prompt(heard, 500, 1), RenderListener.NONE).getFirst().recipe().maxMillis());
            assertEquals(20 * 80, render(renderer, prompt(heard, 20, 1), RenderListener.NONE).getFirst().recipe().maxMillis());
            assertEquals(19 * 80, render(renderer, prompt(heard, 19, 1), RenderListener.NONE).getFirst().recipe().maxMillis());
        }
    }

    @Test
    void everyTakeIsToldAndFinished() {
        var told = new ArrayList<RenderStatus>();
        try (var renderer = renderer()) {
            long begin = System.nanoTime();
            var prompt = prompt(List.of(turn(30, false, 1)), 3, 7, 8);
            var made = render(renderer, prompt, new RenderListener() {
                @Override
                public void status(RenderStatus status) {
                    told.add(status);
                }
            });
            long took = System.nanoTime() - begin;
            assertEquals(List.of(7L, 8L), made.stream().map(m -> m.recipe().seed()).toList());
            assertEquals(List.of(ContextHash.of(turn(30, false, 1))), made.getFirst().recipe().context());
            for (var m : made) {
                assertEquals(3 * 1920, m.sound().frames());
                assertTrue(m.nanos() > 0 && m.nanos() <= took && m.firstFrameNanos() > 0 && m.firstFrameNanos() < m.nanos(), m.nanos() + " of " + took);
                assertEquals(TakeSound.decoded(model, clipStore, m.keep(clipStore, "T1")).getFirst().get().times(0.5), m.sound(), "finished");
            }
            assertEquals(new RenderStatus.Preparing(), told.getFirst());
            assertEquals(IntStream.rangeClosed(1, 3).mapToObj(f -> new RenderStatus.Speaking(f, 3, 0.08)).toList(), told.subList(1, told.size()));
        }
    }

    /** After a line, what will remain at the next eviction is heard already: the line after that one does not wait for it. */
    @Test
    void theNextEvictionIsPreparedFor() {
        var heard = new ArrayList<>(IntStream.range(0, 9).mapToObj(i -> turn(200, false, i)).toList());
        try (var renderer = renderer()) {
            var fit = Renderer.fit(model, prompt(heard, 0, 1));
            assertTrue(fit.leftOut().isEmpty() && fit.upcoming().orElseThrow().size() >= 3, "otherwise this test is none");
            var before = render(renderer, prompt(heard, 0, 1), RenderListener.NONE).getFirst();
            assertEquals(fit.promptPositions(), before.fedPositions());
            heard.add(turn(200, false, 10));
            var after = render(renderer, prompt(heard, 0, 1), RenderListener.NONE).getFirst();
            assertTrue(Renderer.fit(model, prompt(heard, 0, 1)).leftOut().size() > 3);
            assertTrue(after.fedPositions() <= 200 + model.prompt().cost(0, "Hi."), after.fedPositions() + " positions");
        }
    }
}
