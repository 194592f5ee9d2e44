package studio.parley.studio.project.hearing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.Project;

/**
 * Hears the takes of an open project in the background: new ones as they arrive, then those in use that nobody has heard yet. What is found out goes
 * to the analyses, which keep it.
 *
 * <p>Methods belong to the thread that owns the project, unless they say otherwise, and events come on it. Close this before the project.
 */
public final class TakeHearing implements AutoCloseable {
    private static final int LOOK_MILLIS = 200;
    /** So long without a take, and the networks are closed, which hold some hundred megabytes. */
    private static final int IDLE_MILLIS = 20_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Project project;
    private final List<TakeAnalysis> analyses;
    private final HearingPace pace;
    private final Executor ownerThread;
    private final Consumer<HearingEvent> listener;
    private final HearingOrder order = new HearingOrder();
    private final Set<String> heard = new HashSet<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closed;

    /** @param analyses used by one thread of this object only, and closed by it; without any nothing is heard */
    public TakeHearing(Project project, List<TakeAnalysis> analyses, HearingPace pace, Executor ownerThread, Consumer<HearingEvent> listener) {
        this.project = project;
        this.analyses = new ArrayList<>(analyses);
        this.pace = pace;
        this.listener = listener;
        this.ownerThread = task -> {
            try {
                ownerThread.execute(task);
            } catch (RuntimeException over) {
                // The owner has ended: nobody listens any more.
            }
        };
        if (analyses.isEmpty()) ended.complete(null);
        else Thread.ofPlatform().name("hearing").daemon().start(this::work);
    }

    /** New takes of a line: they come first. */
    public void arrived(String line, Collection<String> takes) {
        if (ended.isDone()) return;
        project.document().line(line).ifPresent(l -> order.arrived(l.takes().stream().filter(t -> takes.contains(t.id())).flatMap(t -> TakeToHear.of(project.document(), l, t).stream()).toList()));
    }

    /** All takes in use, as far as they are not known: after opening a project, and when others are chosen. */
    public void look() {
        if (ended.isDone()) return;
        var document = project.document();
        var used = new ArrayList<TakeToHear>();
        for (var line : document.lines()) if (line.isSpoken()) line.sounding().flatMap(t -> TakeToHear.of(document, line, t)).ifPresent(used::add);
        order.ask(used);
    }

    /** Takes that are still to be heard or reported, more than 0 until the listener knows of the last one; any thread. */
    public int waiting() {
        synchronized (heard) {
            return ended.isDone() ? 0 : order.size() + (heard.isEmpty() ? 0 : 1);
        }
    }

    private void work() {
        try {
            while (!closed) {
                var next = order.next(IDLE_MILLIS);
                if (next.isEmpty()) analyses.forEach(TakeAnalysis::close);
                else step(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            order.clear();
            analyses.forEach(TakeAnalysis::close);
            ended.complete(null);
        }
    }

    private void step(HearingOrder.Step step) throws InterruptedException {
        try {
            if (isKnown(step.take())) done(step);
            else if (step.isUnknown()) order.later(step);
            else if (pace.begins()) hear(step);
            else order.rest(LOOK_MILLIS);
        } catch (CancellationException stopped) {
            // Closed, or in the way of rendering: the take stays in the order.
        } catch (Problem problem) {
            fail(problem);
        } catch (RuntimeException | Error e) {
            fail(new Problem(Problem.Kind.MODEL, "Takes are no longer heard because of an internal error (" + e + "). Please report it.", e));
        }
    }

    private void fail(Problem problem) {
        closed = true;
        ownerThread.execute(() -> listener.accept(new HearingEvent.Trouble(problem)));
    }

    private boolean isKnown(TakeToHear take) {
        return analyses.stream().allMatch(a -> a.isKnown(take.clip()));
    }

    private void hear(HearingOrder.Step step) {
        boolean wasFree = !pace.isRendering();
        long begin = THREADS.getCurrentThreadCpuTime();
        try {
            Cancellation.unless(() -> closed || wasFree && pace.isRendering(), () -> {
                var audio = project.clipStore().find(step.take().clip());
                for (var analysis : analyses) if (audio.isPresent() && !analysis.isKnown(step.take().clip())) analysis.run(step.take(), audio.get());
                return step;
            });
        } finally {
            pace.spent(THREADS.getCurrentThreadCpuTime() - begin);
        }
        done(step);
    }

    private void done(HearingOrder.Step step) {
        synchronized (heard) {
            order.done(step);
            boolean isReported = !heard.isEmpty();
            heard.add(step.take().line());
            if (isReported) return;
        }
        ownerThread.execute(this::report);
    }

    private void report() {
        Set<String> lines;
        synchronized (heard) {
            lines = Set.copyOf(heard);
            heard.clear();
        }
        listener.accept(new HearingEvent.Heard(lines));
    }

    /** Ends within a moment and frees all memory; completes, on any thread, when the project may be closed. */
    public CompletableFuture<Void> shutdown() {
        closed = true;
        order.clear();
        return ended;
    }

    /** Like {@link #shutdown}, and waits for it. */
    @Override
    public void close() {
        shutdown().join();
    }
}
