package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.problem.Problem;
import studio.parley.speech.Sampling;

/** Jobs and their queue without any model: a renderer that cannot be had, or work that is only collected. */
class RenderJobTest {
    private final List<Object> told = new ArrayList<>();

    private final RenderListener listener = new RenderListener() {
        @Override
        public void status(RenderStatus status) {
            told.add(status);
        }

        @Override
        public void sound(float[] samples) {
            told.add(samples);
        }

        @Override
        public void restart() {
            told.add("restart");
        }

        @Override
        public boolean wantsSound() {
            return true;
        }
    };

    private RenderJob job(String name) {
        return new RenderJob(name, () -> {
            throw new AssertionError("not asked for");
        }, listener);
    }

    /** What the renderer says reaches the job's listener; the end is the queue's to tell. */
    @Test
    void everythingIsPassedOnButTheEnd() {
        var job = job("a");
        assertEquals("a", job.name());
        var sound = new float[] {1};
        var through = job.listening();
        through.status(new RenderStatus.Speaking(3, 10, 0.08));
        through.sound(sound);
        through.restart();
        through.status(new RenderStatus.Done(List.of()));
        assertEquals(List.of(new RenderStatus.Speaking(3, 10, 0.08), sound, "restart"), told);
        assertEquals(new RenderStatus.Speaking(3, 10, 0.08), job.status());
        assertEquals(0.24, new RenderStatus.Speaking(3, 10, 0.08).seconds(), 1e-9);
        assertTrue(through.wantsSound());
        assertFalse(job.isCancelled());
        job.cancel();
        assertTrue(job.isCancelled());
    }

    @Test
    void aListenerNeedsNothingOfIt() {
        assertFalse(RenderListener.NONE.wantsSound());
    }

    @Test
    void whatHasEndedStaysAsItEnded() {
        var job = job("a");
        job.moveTo(new RenderStatus.Cancelled());
        job.moveTo(new RenderStatus.Preparing());
        assertEquals(new RenderStatus.Cancelled(), job.status());
        assertEquals(List.of(new RenderStatus.Cancelled()), told);
        assertEquals(new RenderStatus.Cancelled(), job.end().join());
        for (var now : List.of(new RenderStatus.Waiting(0), new RenderStatus.Preparing(), new RenderStatus.Speaking(1, 2, 0.08))) {
            assertFalse(now.isFinal(), now.toString());
        }
    }

    /** Whoever waits for the end cannot bring it about. */
    @Test
    void theEndBelongsToTheQueue() {
        var job = job("a");
        job.end().complete(new RenderStatus.Cancelled());
        assertFalse(job.end().isDone());
        assertEquals(new RenderStatus.Waiting(0), job.status());
    }

    /** The worker is only asked once, and told of each job how many come first. */
    @Test
    void everyJobKnowsHowManyComeFirst() {
        var work = new ArrayList<Runnable>();
        var queue = new RenderQueue(() -> {
            throw Problem.input("No model.");
        }, work::add);
        var jobs = List.of(job("a"), job("b"), job("c"));
        queue.addAll(jobs);
        assertEquals(1, work.size());
        assertEquals(jobs, queue.waiting());
        for (int i = 0; i < 3; i++) assertEquals(new RenderStatus.Waiting(i), jobs.get(i).status());
        queue.cancel(jobs.getFirst());
        assertInstanceOf(RenderStatus.Cancelled.class, jobs.getFirst().status());
        assertEquals(new RenderStatus.Waiting(0), jobs.get(1).status());
        assertEquals(new RenderStatus.Waiting(1), jobs.get(2).status());
    }

    /** A model that cannot be opened ends each job with the reason, and the queue stays usable. */
    @Test
    void withoutARendererEveryJobFailsInWords() {
        var work = new ArrayList<Runnable>();
        var places = new ArrayList<RenderStatus>();
        var jobs = List.of(job("a"), job("b"));
        var queue = new RenderQueue(() -> {
            places.add(jobs.get(1).status());
            throw Problem.input("No model.");
        }, work::add);
        queue.addAll(jobs);
        work.removeFirst().run();
        for (var job : jobs) assertEquals("No model.", assertInstanceOf(RenderStatus.Failed.class, job.end().join()).problem().getMessage());
        assertEquals(new RenderStatus.Waiting(1), places.getFirst(), "one runs, so one comes first");
        queue.add(job("c"));
        assertEquals(1, work.size(), "the worker is asked again after it came to rest");
    }

    @Test
    void aDefectNamesTheJob() {
        var queue = new RenderQueue(() -> {
            throw new IllegalStateException("oops");
        }, Runnable::run);
        var job = job("line 7");
        queue.add(job);
        assertTrue(assertInstanceOf(RenderStatus.Failed.class, job.status()).problem().getMessage().startsWith("Rendering line 7 broke off ("));
    }

    @Test
    void aClosedQueueHasCancelledEverythingAndTakesNothing() {
        var work = new ArrayList<Runnable>();
        var queue = new RenderQueue(() -> {
            throw Problem.input("No model.");
        }, work::add);
        var job = job("a");
        queue.add(job);
        queue.close();
        assertInstanceOf(RenderStatus.Cancelled.class, job.end().join());
        assertEquals(List.of(), queue.waiting());
        assertThrows(IllegalStateException.class, () -> queue.add(job("b")));
        work.removeFirst().run();
        assertEquals(new RenderStatus.Cancelled(), job.status());
    }

    @Test
    void aPausedQueueAsksForNoWork() {
        var work = new ArrayList<Runnable>();
        var queue = new RenderQueue(() -> {
            throw Problem.input("No model.");
        }, work::add);
        assertFalse(queue.isPaused());
        queue.pause();
        queue.add(job("a"));
        assertTrue(queue.isPaused());
        assertEquals(List.of(), work);
        queue.resume();
        assertFalse(queue.isPaused());
        assertEquals(1, work.size());
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
}
