package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.convert.Conversion;
import studio.parley.convert.ConversionListener;
import studio.parley.convert.Converter;
import studio.parley.convert.weights.Precision;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.problem.Problem;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.Sampling;
import studio.parley.speech.SpeechModel;

/** The queue and the renderer on a tiny model, in the caller's thread. */
class RenderQueueTest {
    @TempDir
    static Path home;
    private static SpeechModel model;
    private static Renderer renderer;

    @BeforeAll
    static void open() {
        var folder = home.resolve("model");
        Converter.convert(Conversion.of(Path.of("src/test/resources/golden/tiny-a"), folder, Precision.FP32).withCheck(false),
                ConversionListener.NONE);
        model = SpeechModel.open(folder, OrtRuntime.open(DevicePreference.CPU));
        renderer = new Renderer(model, new ClipStore(home.resolve("clips")), UnaryOperator.identity(), 2, 0);
    }

    @AfterAll
    static void close() {
        renderer.close();
        model.close();
    }

    private static UtteranceRequest prompt(List<ContextTurn> heard, String text, long... seeds) {
        var takes = new ArrayList<Sampling>();
        for (long seed : seeds) takes.add(new Sampling(0.9f, 0.9f, 20, seed));
        return new UtteranceRequest(heard, 0, text, takes, 6);
    }

    @Test
    void aTakeIsItsRecipe() {
        var heard = List.of(ContextTurn.spoken(1, "Hm.", renderer.render(prompt(List.of(), "Hm.", 1), RenderListener.NONE).getFirst().codes()));
        var both = renderer.render(prompt(heard, "Hello.", 5, 6), RenderListener.NONE);
        var recipe = both.get(1).take().recipe();
        var alone = new UtteranceRequest(heard, 0, "Hello.", prompt(heard, "Hello.", recipe.seed()).takes(), 6, recipe.together());
        var again = renderer.render(alone, RenderListener.NONE).getFirst();
        assertEquals(both.get(1).codes(), again.codes());
        assertEquals(both.get(1).take().recipe(), again.take().recipe());
        assertEquals(both.get(1).take().clip(), again.take().clip());
        assertNotEquals(both.get(0).codes(), again.codes());
        assertEquals(again.codes(), renderer.heard(0, "Hello.", again.take()).orElseThrow().codes());
    }

    @Test
    void whatIsHeardWhileItIsMadeIsTheTake() {
        var heard = new ArrayList<Float>();
        var made = renderer.render(prompt(List.of(), "Listen.", 9), new RenderListener() {
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

    @Test
    void orderPauseCancel() {
        var order = new ArrayList<String>();
        var queue = new RenderQueue(renderer, Runnable::run);
        queue.pause();
        var jobs = new ArrayList<RenderJob>();
        for (var name : List.of("c", "a", "b", "x")) {
            var job = new RenderJob(name, () -> {
                order.add(name);
                return prompt(List.of(), name, 1);
            }, RenderListener.NONE);
            jobs.add(job);
            queue.add(job);
        }
        assertTrue(order.isEmpty());
        queue.reorder(Comparator.comparing(RenderJob::name));
        assertEquals(new RenderStatus.Waiting(2), jobs.getFirst().status());
        queue.cancel(jobs.getLast());
        queue.resume();
        assertEquals(List.of("a", "b", "c"), order);
        assertInstanceOf(RenderStatus.Cancelled.class, jobs.getLast().status());
        assertInstanceOf(RenderStatus.Done.class, jobs.getFirst().end().join());
    }

    @Test
    void cancelWithinAFrameAndFailInWords() {
        var queue = new RenderQueue(renderer, Runnable::run);
        var frames = new ArrayList<Integer>();
        var cancelled = new RenderJob("x", () -> prompt(List.of(), "x", 1), new RenderListener() {
            @Override
            public void status(RenderStatus status) {
                if (status instanceof RenderStatus.Speaking s) frames.add(s.frames());
                if (frames.size() == 2) queue.cancelAll();
            }
        });
        queue.add(cancelled);
        assertEquals(List.of(1, 2), frames);
        assertInstanceOf(RenderStatus.Cancelled.class, cancelled.status());
        var failed = new RenderJob("y", () -> {
            throw Problem.input("no");
        }, RenderListener.NONE);
        queue.add(failed);
        assertEquals("no", assertInstanceOf(RenderStatus.Failed.class, failed.status()).problem().getMessage());
        var broken = new RenderJob("z", () -> {
            throw new IllegalStateException("oops");
        }, RenderListener.NONE);
        queue.add(broken);
        assertInstanceOf(RenderStatus.Failed.class, broken.status());
    }

    /** Pausing while a job runs lets that one finish, and none begins after it. */
    @Test
    void pausedInTheMiddleItFinishesWhatRunsAndStartsNothing() {
        var begun = new ArrayList<String>();
        var queue = new RenderQueue(renderer, Runnable::run);
        queue.pause();
        var jobs = new ArrayList<RenderJob>();
        for (var name : List.of("a", "b", "c")) {
            jobs.add(new RenderJob(name, () -> {
                begun.add(name);
                if (name.equals("a")) queue.pause();
                return prompt(List.of(), name, 1);
            }, RenderListener.NONE));
        }
        queue.addAll(jobs);
        queue.resume();
        assertEquals(List.of("a"), begun);
        assertTrue(queue.isPaused());
        assertInstanceOf(RenderStatus.Done.class, jobs.getFirst().status());
        assertEquals(jobs.subList(1, 3), queue.waiting());
        assertEquals(new RenderStatus.Waiting(0), jobs.get(1).status());
        queue.resume();
        assertEquals(List.of("a", "b", "c"), begun);
        assertEquals(List.of(), queue.waiting());
    }

    /** Whoever cancels the job that runs ends that one only. */
    @Test
    void cancellingTheRunningJobLeavesTheOthers() {
        var queue = new RenderQueue(renderer, Runnable::run);
        queue.pause();
        var jobs = new ArrayList<RenderJob>();
        for (var name : List.of("a", "b")) {
            jobs.add(new RenderJob(name, () -> {
                if (name.equals("a")) queue.cancel(jobs.getFirst());
                return prompt(List.of(), name, 1);
            }, RenderListener.NONE));
        }
        queue.addAll(jobs);
        queue.resume();
        assertInstanceOf(RenderStatus.Cancelled.class, jobs.getFirst().status());
        assertInstanceOf(RenderStatus.Done.class, jobs.getLast().status());
    }

    @Test
    void cancellingAllEndsTheRunningJobAndTheWaitingOnes() {
        var queue = new RenderQueue(renderer, Runnable::run);
        queue.pause();
        var jobs = new ArrayList<RenderJob>();
        for (var name : List.of("a", "b", "c")) {
            jobs.add(new RenderJob(name, () -> {
                queue.cancelAll();
                return prompt(List.of(), name, 1);
            }, RenderListener.NONE));
        }
        queue.addAll(jobs);
        queue.resume();
        for (var job : jobs) assertInstanceOf(RenderStatus.Cancelled.class, job.end().join(), job.name());
        queue.close();
        assertThrows(IllegalStateException.class, () -> queue.add(jobs.getFirst()));
    }
}
