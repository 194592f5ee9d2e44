package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.speech.DurationEstimate;
import studio.parley.studio.AppDirectories;
import studio.parley.studio.LoadedModel;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.ModelDefaults;

/**
 * The render queue of an open project: lines in one order, rendered one after another; the takes are added to the document. A line is
 * rendered from the document at the time of its turn, so its context includes what was rendered before. The queue is stored in the project
 * folder.
 *
 * <p>All methods belong to the thread that opened the project, and events come on it, unless they say otherwise. That thread holds the
 * order and the state of every job, and gives the worker one batch of takes at a time; the worker needs nothing from it until the batch has
 * ended. Close this before the project and the model.
 */
public final class RenderQueue implements AutoCloseable {
    /** The maximum number of takes of a line per request. */
    public static final int MOST_TAKES = 64;
    /** Takes rendered as one batch; each needs a cache of its own in memory. */
    private static final int ROWS = 4;

    private final Project project;
    private final OwnerThread ownerThread;
    private final Consumer<RenderingEvent> listener;
    private final int rate;
    private final int rows;
    private final RenderWorker worker;
    private final TakeIntake intake;
    private final QueueFile file;
    private final RenderSpeedStore speeds;
    private final SeedAllocator seeds;
    private final RenderOrder order = new RenderOrder();
    private final AtomicBoolean changing = new AtomicBoolean();
    private volatile boolean sounding = true;
    private boolean paused;
    private int spoken;
    private int failed;
    private @Nullable CompletableFuture<Void> resting;
    private @Nullable CompletableFuture<Void> closing;

    public RenderQueue(Project project, LoadedModel model, AppDirectories directories, Executor ownerThread, Consumer<RenderingEvent> listener) {
        this(project, model, directories, ownerThread, listener, ROWS);
    }

    /** @param rows the maximum number of takes of a line in one batch */
    public RenderQueue(Project project, LoadedModel model, AppDirectories directories, Executor ownerThread, Consumer<RenderingEvent> listener, int rows) {
        this.project = project;
        this.ownerThread = new OwnerThread(ownerThread);
        this.listener = listener;
        this.rate = model.rate();
        this.rows = rows;
        this.worker = new RenderWorker(new LineRenderer(model, project.folder(), directories, rows), this.ownerThread, this::ended);
        Consumer<Problem> trouble = problem -> this.ownerThread.post(() -> listener.accept(new RenderingEvent.Trouble(problem)));
        this.intake = new TakeIntake(project, ModelDefaults.of(model), trouble);
        this.file = new QueueFile(project, trouble);
        this.seeds = new SeedAllocator(project);
        this.speeds = new RenderSpeedStore(directories, model, file);
        file.read().thenAccept(left -> this.ownerThread.post(() -> offer(left)));
    }

    /** The result of a request: lines that will be rendered, and lines that will not because they are locked. */
    public record Asked(List<String> queued, List<String> locked) {
        public Asked {
            queued = List.copyOf(queued);
            locked = List.copyOf(locked);
        }
    }

    /**
     * Adds lines at the end of the queue (or in the order of the playhead, see {@link #follow}). A queued line gets the larger number of
     * takes; one that is being rendered is rendered again after that. Locked and silent lines are skipped.
     *
     * @param takes of each line, 1 to {@link #MOST_TAKES}
     */
    public Asked render(Collection<String> lineIds, int takes) {
        var wanted = new LinkedHashMap<String, Integer>();
        for (var id : lineIds) wanted.put(id, takes);
        return render(wanted);
    }

    /** @param takes requested number of each line, in the order of work */
    private Asked render(SequencedMap<String, Integer> takes) {
        for (int count : takes.values()) if (count < 1 || count > MOST_TAKES) throw new IllegalArgumentException(count + " takes");
        var document = project.document();
        var lines = new HashMap<String, Line>();
        for (var line : document.lines()) if (line.isSpoken()) lines.put(line.id(), line);
        var queued = new ArrayList<String>();
        var locked = new ArrayList<String>();
        var open = order.open();
        takes.forEach((id, count) -> {
            var line = lines.get(id);
            if (line == null) return;
            (document.decoration(id).locked() ? locked : queued).add(id);
            if (!document.decoration(id).locked()) add(line, open.get(id), count);
        });
        sort();
        return new Asked(queued, locked);
    }

    /** A new job, unless a queued one can include the takes. */
    private void add(Line line, @Nullable RenderJob known, int takes) {
        if (known != null && known.isWaiting()) {
            known.ask(takes);
            return;
        }
        if (known != null) order.remove(List.of(known));
        var request = new LineRequest(line.id(), takes, line.takes().stream().map(Take::id).toList());
        order.add(new RenderJob(request, line, () -> sounding, this::changed));
    }

    /** What is being rendered, queued or failed, in the order of work; an immutable value. */
    public List<QueuedLine> jobs() {
        var speed = speeds.speed();
        var out = new ArrayList<QueuedLine>();
        double left = 0;
        for (var job : order.list()) {
            left += job.hasFailed() ? 0 : job.work(speed);
            out.add(job.view(out.size(), speed.isKnown() && !paused && !job.hasFailed() ? OptionalDouble.of(left) : OptionalDouble.empty()));
        }
        return List.copyOf(out);
    }

    /** Seconds until the queue is empty, at this machine's speed; empty while that is not known. */
    public OptionalDouble secondsLeft() {
        var speed = speeds.speed();
        if (!speed.isKnown()) return OptionalDouble.empty();
        return OptionalDouble.of(order.list().stream().filter(j -> !j.hasFailed()).mapToDouble(j -> j.work(speed)).sum());
    }

    /** Seconds to render lines once each, at this machine's speed; empty while that is not known. */
    public OptionalDouble secondsFor(Collection<String> lineIds) {
        var wanted = new HashSet<>(lineIds);
        double speech = project.document().lines().stream().filter(l -> wanted.contains(l.id())).mapToDouble(l -> DurationEstimate.seconds(l.text())).sum();
        return speeds.speed().isKnown() ? OptionalDouble.of(speeds.speed().seconds(speech, 1)) : OptionalDouble.empty();
    }

    /** Nothing new begins; the current line is finished. */
    public void pause() {
        paused = true;
        changed();
    }

    public void resume() {
        paused = false;
        changed();
        ownerThread.post(this::next);
    }

    public boolean isPaused() {
        return paused;
    }

    /** Removes lines from the queue; the current one ends within a frame, without a take. */
    public void cancel(Collection<String> lineIds) {
        cancelJobs(order.of(Set.copyOf(lineIds)));
    }

    public void cancelAll() {
        cancelJobs(order.list());
    }

    private void cancelJobs(List<RenderJob> jobs) {
        jobs.forEach(RenderJob::cancel);
        order.remove(jobs);
        keep();
        ownerThread.post(this::next);
    }

    /** Queues failed lines again, at the end. */
    public void retry(Collection<String> lineIds) {
        var wanted = new LinkedHashMap<String, Integer>();
        for (var job : order.of(Set.copyOf(lineIds))) if (job.hasFailed()) wanted.put(job.line(), job.open());
        render(wanted);
    }

    /** Sorts queued lines into this order, first ones first; others keep their order after them. Ends following. */
    public void reorder(List<String> lineIds) {
        order.reorder(lineIds);
        keep();
    }

    /** From now on lines are rendered from this one on to the end of the script, then those before it: in the order of playback. */
    public void follow(String lineId) {
        if (order.follow(lineId)) sort();
    }

    private void sort() {
        order.settle(project.document().lines());
        keep();
        ownerThread.post(this::next);
    }

    /** The audio so far of a line that is being rendered. Any thread. */
    public Optional<StreamingAudio> partial(String lineId) {
        return worker.sound(lineId);
    }

    /** Whether audio is decoded while lines are rendered (the default); without it rendering is slightly faster. Any thread. */
    public void soundWhileRendering(boolean wanted) {
        sounding = wanted;
    }

    /** Lines that were queued when the project was closed or the program ended, and still need rendering; known soon after opening. */
    public List<String> offered() {
        return file.offered();
    }

    /** Queues the offered lines again. */
    public Asked restore() {
        return render(file.takeOffered());
    }

    /** Dismisses the offered lines. */
    public void dismiss() {
        file.takeOffered();
        keep();
    }

    private void offer(List<LineRequest> left) {
        if (project.isReadOnly()) return;
        file.offer(left);
        keep();
        if (!offered().isEmpty()) listener.accept(new RenderingEvent.Offered(offered()));
    }

    /** Gives the next batch to the worker, if it is idle. */
    private void next() {
        if (worker.isBusy() || closing != null) return;
        for (var job = order.next(); !paused && job.isPresent(); job = order.next()) {
            var line = line(project.document(), job.get().line());
            if (line.isPresent()) {
                start(job.get(), line.get());
                return;
            }
            order.remove(List.of(job.get()));
            keep();
        }
        if (spoken + failed == 0 || order.isBusy()) return;
        listener.accept(new RenderingEvent.Finished(spoken, failed));
        spoken = 0;
        failed = 0;
    }

    /** A line that can be rendered. */
    private static Optional<Line> line(Document document, String id) {
        return document.line(id).filter(l -> l.isSpoken() && !document.decoration(id).locked());
    }

    private void start(RenderJob job, Line line) {
        int takes = Math.min(rows, job.open());
        var batch = new LineRenderer.Batch(project.document(), line, seeds.next(line, job.made(), takes), job.request().takes() > 1);
        job.begin(line, takes, rate);
        worker.start(job, batch);
        changed();
    }

    private void ended(RenderJob job, RenderOutcome outcome) {
        switch (outcome) {
            case RenderOutcome.Spoken s -> arrived(job, s);
            case RenderOutcome.Failed(var problem) -> {
                job.fail(problem);
                failed++;
                listener.accept(new RenderingEvent.Failed(job.line(), problem));
            }
            case RenderOutcome.Cancelled c -> {
                job.rest(0);
                if (closing == null && !Cancellation.isWished()) order.remove(List.of(job));
            }
        }
        sort();
        next();
    }

    /** Until the takes are safe on disk, the file still lists the line. */
    private void arrived(RenderJob job, RenderOutcome.Spoken made) {
        int takes = made.takes().size();
        speeds.learn(made.seconds(), job.expected(), takes);
        var arrived = intake.take(job.line(), made);
        spoken++;
        listener.accept(arrived.event());
        order.of(Set.of(job.line())).stream().filter(j -> j != job).forEach(j -> j.others(arrived.event().takes()));
        job.rest(takes);
        if (job.open() > 0 || !order.contains(job)) return;
        order.done(job);
        arrived.durable().thenRun(() -> ownerThread.post(() -> {
            order.safe(job);
            keep();
        }));
    }

    /** Completes, on any thread, when the queue is stored in the project folder. */
    public CompletableFuture<Void> kept() {
        return file.kept();
    }

    private void keep() {
        file.keep(order.requests());
        changed();
    }

    /** Several changes are reported once. Any thread. */
    private void changed() {
        if (changing.compareAndSet(false, true)) ownerThread.post(() -> {
            changing.set(false);
            listener.accept(new RenderingEvent.Changed());
        });
    }

    /**
     * Ends work within a frame and stores the queue. Returns at once; the future completes, on any thread, when worker and files are idle
     * and project and model may be closed. The thread that owns the project must continue to run tasks until then.
     */
    public CompletableFuture<Void> shutdown() {
        if (closing != null) return closing;
        closing = new CompletableFuture<>();
        resting = worker.close();
        resting.thenRun(() -> ownerThread.post(this::settle));
        return closing;
    }

    /** When the worker is idle: its last result is added, and everything is written. */
    private void settle() {
        if (resting == null || closing == null) return;
        resting = null;
        worker.settle();
        keep();
        var end = closing;
        file.close().whenComplete((done, refused) -> end.complete(null));
    }

    /** Like {@link #shutdown}, and waits for it. */
    @Override
    public void close() {
        var end = shutdown();
        if (resting != null) resting.join();
        settle();
        end.join();
    }
}
