package studio.parley.studio.project.render;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rendering thread, one batch at a time. It needs nothing from the thread that owns the project until a batch has ended, so that each
 * may wait for the other. Belongs to the owning thread.
 */
final class RenderWorker {
    private record Run(RenderJob job, CompletableFuture<RenderOutcome> outcome) {}

    private final LineRenderer renderer;
    private final OwnerThread ownerThread;
    private final BiConsumer<RenderJob, RenderOutcome> ended;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("render").daemon().factory());
    private volatile @Nullable Run running;

    /** @param ended called on the owning thread when a batch has ended; the next may be started then */
    RenderWorker(LineRenderer renderer, OwnerThread ownerThread, BiConsumer<RenderJob, RenderOutcome> ended) {
        this.renderer = renderer;
        this.ownerThread = ownerThread;
        this.ended = ended;
    }

    boolean isBusy() {
        return running != null;
    }

    /** The audio so far of a line that is being rendered. Any thread. */
    Optional<StreamingAudio> sound(String line) {
        var run = running;
        return run != null && run.job().line().equals(line) ? Optional.of(run.job().sound()) : Optional.empty();
    }

    void start(RenderJob job, LineRenderer.Batch batch) {
        var outcome = CompletableFuture.supplyAsync(() -> renderer.outcome(batch, job, job::isCancelled), thread);
        var run = new Run(job, outcome);
        running = run;
        outcome.thenAccept(o -> ownerThread.post(() -> end(run)));
    }

    private void end(Run run) {
        if (running != run) return;
        running = null;
        run.job().sound().complete();
        ended.accept(run.job(), run.outcome().join());
    }

    /** Ends work within a frame; completes on any thread when the model is no longer needed. Nothing may be started afterwards. */
    CompletableFuture<Void> close() {
        if (running != null) running.job().cancel();
        var rest = CompletableFuture.runAsync(renderer::close, thread).handle((done, refused) -> done);
        thread.shutdown();
        return rest;
    }

    /** Takes the result of the last batch, when the worker is idle. */
    void settle() {
        if (running != null) end(running);
    }
}
