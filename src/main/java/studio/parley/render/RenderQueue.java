package studio.parley.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;

/**
 * Jobs in an order that can change, done one after another by one worker. Pausing lets the running job finish; cancelling ends
 * it within a frame. Thread-safe.
 */
public final class RenderQueue implements AutoCloseable {
    private final Supplier<Renderer> renderer;
    private final Executor worker;
    private final List<RenderJob> waiting = new ArrayList<>();
    private RenderJob running;
    private boolean busy;
    private boolean paused;
    private boolean closed;

    /** {@code worker} runs one task at a time: a single thread, or in tests the caller itself. */
    public RenderQueue(Renderer renderer, Executor worker) {
        this(() -> renderer, worker);
    }

    /** {@code renderer} is asked for before every job, on the worker, so that it may be made there when first needed. */
    public RenderQueue(Supplier<Renderer> renderer, Executor worker) {
        this.renderer = renderer;
        this.worker = worker;
    }

    /** Adds a job at the end. */
    public void add(RenderJob job) {
        addAll(List.of(job));
    }

    /** Adds jobs at the end, in order. */
    public void addAll(List<RenderJob> jobs) {
        synchronized (this) {
            if (closed) throw new IllegalStateException("the queue is closed");
            waiting.addAll(jobs);
            tellPlaces();
        }
        wake();
    }

    /** Jobs that wait, in order. */
    public synchronized List<RenderJob> waiting() {
        return List.copyOf(waiting);
    }

    /** Brings the waiting jobs into another order, for example "what is about to be heard first". */
    public synchronized void reorder(Comparator<? super RenderJob> order) {
        waiting.sort(order);
        tellPlaces();
    }

    public void cancel(RenderJob job) {
        cancel(List.of(job));
    }

    /** Takes waiting jobs out, and ends a running one within a frame. */
    public void cancel(Collection<RenderJob> jobs) {
        var gone = new HashSet<>(jobs);
        List<RenderJob> waited;
        synchronized (this) {
            waited = waiting.stream().filter(gone::contains).toList();
            waiting.removeAll(gone);
            gone.forEach(RenderJob::cancel);
            tellPlaces();
        }
        waited.forEach(job -> job.moveTo(new RenderStatus.Cancelled()));
    }

    public void cancelAll() {
        List<RenderJob> waited;
        synchronized (this) {
            waited = List.copyOf(waiting);
            waiting.clear();
            if (running != null) running.cancel();
        }
        waited.forEach(job -> job.moveTo(new RenderStatus.Cancelled()));
    }

    /** Starts nothing new until {@link #resume}. */
    public synchronized void pause() {
        paused = true;
    }

    public void resume() {
        synchronized (this) {
            paused = false;
        }
        wake();
    }

    public synchronized boolean isPaused() {
        return paused;
    }

    /** Cancels everything; the renderer stays its owner's to close, after the worker has come to rest. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        cancelAll();
    }

    private void wake() {
        synchronized (this) {
            if (busy || paused || waiting.isEmpty()) return;
            busy = true;
        }
        worker.execute(this::work);
    }

    private void work() {
        for (var job = next(); job != null; job = next()) job.moveTo(outcome(job));
    }

    private synchronized RenderJob next() {
        running = paused || waiting.isEmpty() ? null : waiting.removeFirst();
        busy = running != null;
        tellPlaces();
        return running;
    }

    private RenderStatus outcome(RenderJob job) {
        if (job.isCancelled()) return new RenderStatus.Cancelled();
        try {
            var made = Cancellation.unless(job::isCancelled, () -> renderer.get().render(job.prompt().get(), job.listening()));
            return new RenderStatus.Done(made.stream().map(RenderedTake::take).toList());
        } catch (CancellationException e) {
            return new RenderStatus.Cancelled();
        } catch (Problem p) {
            return new RenderStatus.Failed(p);
        } catch (RuntimeException | Error e) {
            return new RenderStatus.Failed(new Problem(Problem.Kind.MODEL, "Rendering " + job.name() + " broke off (" + e
                    + "); this is a defect, please report it.", e));
        }
    }

    private void tellPlaces() {
        for (int i = 0; i < waiting.size(); i++) waiting.get(i).moveTo(new RenderStatus.Waiting(i + (running == null ? 0 : 1)));
    }
}
