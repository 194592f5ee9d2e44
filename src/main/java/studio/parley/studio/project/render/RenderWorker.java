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
import studio.parley.studio.document.staleness.LineChains;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/**
 * Renders the next line of the order, one batch of takes at a time, or the next lines at once, if they hear only reference clips, on its own
 * thread. That thread needs nothing from the thread that owns the
 * project until the batch has ended, so that each may wait for the other. Belongs to the owning thread.
 */
final class RenderWorker {
    private record Run(List<RenderJob> jobs, CompletableFuture<List<LineRenderer.Outcome>> outcomes) {}

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

    /** The jobs that are being rendered, in the order of work. */
    List<RenderJob> current() {
        return running == null ? List.of() : running.jobs();
    }

    /** Whether a line is being rendered on the processor. Any thread. */
    boolean needsProcessor() {
        return running != null && model.usesProcessor();
    }

    /** The audio so far of a line that is being rendered. Any thread. */
    Optional<StreamingAudio> sound(String line) {
        return current().stream().filter(j -> j.line().equals(line)).findFirst().map(RenderJob::sound);
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

    /** Starts the first jobs whose lines can be rendered, and removes those before them, whose lines cannot. */
    private void startFirst() {
        var document = project.document();
        var gone = new ArrayList<RenderJob>();
        var next = new ArrayList<RenderJob>();
        for (var job : order.waiting()) {
            if (line(document, job.line()).isEmpty()) gone.add(job);
            else if (next.isEmpty() || next.size() < mode.rows() && isAlone(document, job) && isAlone(document, next.getFirst())) next.add(job);
            else break;
        }
        order.remove(gone);
        if (!next.isEmpty()) start(document, next);
        else if (!gone.isEmpty()) changed.run();
    }

    /** Whether a job can be part of a batch with other lines: this must follow from its line and its request alone, as it is part of the recipe. */
    private static boolean isAlone(Document document, RenderJob job) {
        return job.request().takes() == 1 && LineChains.isAlone(document, job.line());
    }

    /** A line that can be rendered. */
    private static Optional<Line> line(Document document, String id) {
        return document.line(id).filter(l -> l.isSpoken() && !document.decoration(id).locked());
    }

    private void start(Document document, List<RenderJob> jobs) {
        var tasks = jobs.stream().map(job -> task(document, job)).toList();
        var run = new Run(List.copyOf(jobs), CompletableFuture.supplyAsync(() -> renderer.outcomes(tasks), thread));
        running = run;
        run.outcomes().thenAccept(o -> ownerThread.execute(() -> end(run)));
        changed.run();
    }

    private LineRenderer.Task task(Document document, RenderJob job) {
        var line = line(document, job.line()).orElseThrow();
        int takes = Math.min(mode.rows(), job.open());
        boolean together = job.request().takes() > 1 || isAlone(document, job);
        job.begin(line, takes, rate);
        return new LineRenderer.Task(new LineRenderer.Batch(document, line, seeds.next(line, job.made(), takes), together), job);
    }

    private void end(Run run) {
        if (running != run) return;
        running = null;
        var outcomes = run.outcomes().join();
        for (int i = 0; i < outcomes.size(); i++) end(run.jobs().get(i), outcomes.get(i));
        changed.run();
        next();
    }

    private void end(RenderJob job, LineRenderer.Outcome outcome) {
        switch (outcome) {
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
        current().forEach(RenderJob::cancel);
        var rest = CompletableFuture.runAsync(renderer::close, thread).handle((done, refused) -> done);
        thread.shutdown();
        return rest;
    }

    /** Takes the result of the last batch, when the thread is idle. */
    void settle() {
        if (running != null) end(running);
    }
}
