package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Line;
import studio.parley.problem.Cancellation;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/**
 * Renders the next line of the order, one batch of takes at a time, on its own thread. That thread needs nothing from the thread that owns the
 * project until the batch has ended, so that each may wait for the other. Belongs to the owning thread.
 */
final class RenderWorker {
    private record Run(RenderJob job, CompletableFuture<LineRenderer.Outcome> outcome) {}

    private final Project project;
    private final LoadedModel model;
    private final LineRenderer renderer;
    private final RenderQueue.Mode mode;
    private final int rate;
    private final Executor ownerThread;
    private final RenderOrder order;
    private final SeedAllocator seeds;
    private final TakeIntake intake;
    private final RenderSpeedStore speeds;
    private final Consumer<RenderingEvent> listener;
    private final Runnable changed;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("render").daemon().factory());
    private volatile @Nullable Run running;
    private boolean paused;
    private boolean closing;
    private int spoken;
    private int failed;

    /** @param changed called when a job has changed its state or need no longer be stored */
    RenderWorker(Project project, LoadedModel model, AppDirectories directories, RenderQueue.Mode mode, Executor ownerThread, RenderOrder order,
            TakeIntake intake, RenderSpeedStore speeds, Consumer<RenderingEvent> listener, Runnable changed) {
        this.project = project;
        this.model = model;
        this.renderer = new LineRenderer(model, project.folder(), directories, mode);
        this.mode = mode;
        this.rate = model.rate();
        this.ownerThread = ownerThread;
        this.order = order;
        this.seeds = new SeedAllocator(project, mode.again());
        this.intake = intake;
        this.speeds = speeds;
        this.listener = listener;
        this.changed = changed;
    }

    boolean isPaused() {
        return paused;
    }

    /** While paused, nothing new begins; the current line is finished. */
    void pause(boolean now) {
        paused = now;
    }

    /** The job that is being rendered. */
    Optional<RenderJob> current() {
        return Optional.ofNullable(running).map(Run::job);
    }

    /** Whether a line is being rendered on the processor. Any thread. */
    boolean needsProcessor() {
        return running != null && model.usesProcessor();
    }

    /** The audio so far of a line that is being rendered. Any thread. */
    Optional<StreamingAudio> sound(String line) {
        var run = running;
        return run != null && run.job().line().equals(line) ? Optional.of(run.job().sound()) : Optional.empty();
    }

    /** Starts the next batch, if idle. */
    void next() {
        if (running != null || closing) return;
        if (!paused) startFirst();
        if (running != null || spoken + failed == 0 || order.isBusy()) return;
        thread.execute(renderer::rest);
        listener.accept(new RenderingEvent.Finished(spoken, failed));
        spoken = 0;
        failed = 0;
    }

    /** Starts the first job whose line can be rendered, and removes those before it, whose lines cannot. */
    private void startFirst() {
        var gone = new ArrayList<RenderJob>();
        for (var job : order.waiting()) {
            var line = line(project.document(), job.line());
            if (line.isPresent()) {
                order.remove(gone);
                start(job, line.get());
                return;
            }
            gone.add(job);
        }
        if (gone.isEmpty()) return;
        order.remove(gone);
        changed.run();
    }

    /** A line that can be rendered. */
    private static Optional<Line> line(Document document, String id) {
        return document.line(id).filter(l -> l.isSpoken() && !document.decoration(id).locked());
    }

    private void start(RenderJob job, Line line) {
        int takes = Math.min(mode.rows(), job.open());
        var batch = new LineRenderer.Batch(project.document(), line, seeds.next(line, job.made(), takes), job.request().takes() > 1);
        job.begin(line, takes, rate);
        var run = new Run(job, CompletableFuture.supplyAsync(() -> renderer.outcome(batch, job, job::isCancelled), thread));
        running = run;
        run.outcome().thenAccept(o -> ownerThread.execute(() -> end(run)));
        changed.run();
    }

    private void end(Run run) {
        if (running != run) return;
        running = null;
        var job = run.job();
        switch (run.outcome().join()) {
            case LineRenderer.Outcome.Spoken made -> arrived(job, made);
            case LineRenderer.Outcome.Failed(var problem) -> {
                job.fail(problem);
                failed++;
                listener.accept(new RenderingEvent.Failed(job.line(), problem));
            }
            case LineRenderer.Outcome.Cancelled c -> {
                job.rest(0);
                if (!closing && !Cancellation.isWished()) order.remove(List.of(job));
            }
        }
        changed.run();
        next();
    }

    /** Until the takes are safe on disk, the request stays in the file. */
    private void arrived(RenderJob job, LineRenderer.Outcome.Spoken made) {
        int takes = made.takes().size();
        if (made.seconds() > 0) speeds.learn(made.seconds(), job.expected(), takes);
        var arrived = intake.take(job.line(), made);
        spoken++;
        listener.accept(arrived.event());
        order.of(Set.of(job.line())).stream().filter(j -> j != job).forEach(j -> j.others(arrived.event().takes()));
        job.rest(takes);
        if (job.open() > 0 || !order.contains(job)) return;
        order.done(job);
        arrived.durable().thenRun(() -> ownerThread.execute(() -> {
            order.safe(job);
            changed.run();
        }));
    }

    /** Ends work within a frame; completes on any thread when the model is no longer needed. Nothing is begun afterwards. */
    CompletableFuture<Void> close() {
        closing = true;
        if (running != null) running.job().cancel();
        var rest = CompletableFuture.runAsync(renderer::close, thread).handle((done, refused) -> done);
        thread.shutdown();
        return rest;
    }

    /** Takes the result of the last batch, when the thread is idle. */
    void settle() {
        if (running != null) end(running);
    }
}
