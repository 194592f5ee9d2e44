package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.problem.Problem;
import studio.parley.speech.text.DurationEstimate;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.settings.AppDirectories;

/**
 * The render queue of an open project: lines in one order, rendered one after another; the takes are added to the document. A line is
 * rendered from the document at the time of its turn, so its context includes what was rendered before; lines that hear only reference clips
 * are rendered several at once. The queue is stored in the project folder.
 *
 * <p>All methods belong to the thread that opened the project, and events come on it, unless they say otherwise. That thread holds the order and
 * the state of every job, and gives the worker's thread one batch of takes at a time. Close this before the project and the model.
 */
public final class RenderQueue implements AutoCloseable {
    /** The maximum number of takes of a line per request. */
    public static final int MOST_TAKES = 64;
    private static final long PROGRESS_NANOS = 100_000_000;
    /** Each needs a cache of its own in memory. */
    private static final int ROWS = 4;
    /** In a window. */
    public static final Mode USUAL = new Mode(ROWS, 0, false, true);

    /**
     * How takes are rendered.
     *
     * @param rows the maximum number of takes, or of lines that hear only reference clips, in one batch
     * @param retries how often a take with a serious issue is rendered again
     * @param again whether a line that had takes before gets the same seeds again
     * @param sounding whether audio is decoded while lines are rendered; without it rendering is slightly faster
     * @param heard where to keep what is heard if that decides which take is used, asked on any thread; empty: takes are not heard
     * @param wordRetries how often a line is rendered again, at most, until its words are heard; empty: as in the document
     * @param finished what parts on several machines have rendered
     */
    public record Mode(int rows, int retries, boolean again, boolean sounding, Supplier<Optional<HeardTakes>> heard, OptionalInt wordRetries, Optional<FinishedLines> finished) {
        /** Without hearing anything. */
        public Mode(int rows, int retries, boolean again, boolean sounding) {
            this(rows, retries, again, sounding, Optional::empty, OptionalInt.empty(), Optional.empty());
        }

        public Mode hearing(Supplier<Optional<HeardTakes>> kept, OptionalInt mostRetries) {
            return new Mode(rows, retries, again, sounding, kept, mostRetries, finished);
        }

        public Mode with(Optional<FinishedLines> lines) {
            return new Mode(rows, retries, again, sounding, heard, wordRetries, lines);
        }
    }

    /** For so many takes of a line in one batch, or several lines. */
    public static int rows(int takes) {
        return Math.max(takes, ROWS);
    }

    private final Project project;
    /** Accepts no more tasks at the end; the closing thread runs the remaining ones. */
    private final Executor ownerThread;
    private final Consumer<RenderingEvent> listener;
    private final Mode mode;
    private final RenderWorker worker;
    private final QueueFile file;
    private final RenderSpeedStore speeds;
    private final RenderOrder order = new RenderOrder();
    private final AtomicBoolean changing = new AtomicBoolean();
    private volatile long lastProgress = System.nanoTime();
    private @Nullable CompletableFuture<Void> resting;
    private @Nullable CompletableFuture<Void> closing;

    public RenderQueue(Project project, LoadedModel model, AppDirectories directories, Executor ownerThread, Consumer<RenderingEvent> listener, Mode mode) {
        this.project = project;
        this.ownerThread = task -> {
            try {
                ownerThread.execute(task);
            } catch (RuntimeException ended) {
                // See above.
            }
        };
        this.listener = listener;
        this.mode = mode;
        Consumer<Problem> trouble = problem -> this.ownerThread.execute(() -> listener.accept(new RenderingEvent.Trouble(problem)));
        this.file = new QueueFile(project, trouble);
        this.speeds = new RenderSpeedStore(directories, model, file);
        var intake = new TakeIntake(project, ModelDefaults.of(model), trouble);
        this.worker = new RenderWorker(project, model, directories, mode, this.ownerThread, order, intake, speeds, listener, this::sort);
        file.read().thenAccept(left -> this.ownerThread.execute(() -> offer(left)));
    }

    /**
     * Adds lines at the end of the queue (or in the order of the playhead, see {@link #follow}). A queued line gets the larger number of
     * takes; one that is being rendered is rendered again after that. Locked and silent lines are skipped.
     *
     * @param takes of each line, 1 to {@link #MOST_TAKES}
     * @return the locked ones
     */
    public List<String> render(Collection<String> lineIds, int takes) {
        var wanted = new LinkedHashMap<String, Integer>();
        for (var id : lineIds) wanted.put(id, takes);
        return render(wanted);
    }

    /** @param takes requested number of each line, in the order of work */
    private List<String> render(SequencedMap<String, Integer> takes) {
        for (int count : takes.values()) if (count < 1 || count > MOST_TAKES) throw new IllegalArgumentException(count + " takes");
        var document = project.document();
        var lines = new HashMap<String, Line>();
        for (var line : document.lines()) if (line.isSpoken()) lines.put(line.id(), line);
        var locked = new ArrayList<String>();
        var open = order.open();
        takes.forEach((id, count) -> {
            var line = lines.get(id);
            if (line == null) return;
            if (document.decoration(id).locked()) locked.add(id);
            else add(line, open.get(id), count);
        });
        sort();
        return locked;
    }

    /** A new job, unless a queued one can include the takes. */
    private void add(Line line, @Nullable RenderJob known, int takes) {
        if (known != null && known.status().isWaiting()) {
            known.ask(takes);
            return;
        }
        if (known != null) order.remove(List.of(known));
        var request = new LineRequest(line.id(), takes, line.takes().stream().map(Take::id).toList());
        order.add(new RenderJob(request, line, mode.sounding(), this::changed, this::progressed));
    }

    /** What is being rendered, queued or failed, in the order of work; an immutable value. */
    public List<QueuedLine> jobs() {
        var speed = speeds.speed();
        var out = new ArrayList<QueuedLine>();
        double left = 0;
        for (var job : order.list()) {
            left += job.status().hasFailed() ? 0 : job.work(speed);
            out.add(job.view(out.size(), speed.isKnown() && !isPaused() && !job.status().hasFailed() ? OptionalDouble.of(left) : OptionalDouble.empty()));
        }
        return List.copyOf(out);
    }

    /** The line that is being rendered, the first of several; unlike {@link #jobs} without a look at the whole queue. */
    Optional<QueuedLine> current() {
        return worker.current().stream().findFirst().map(job -> job.view(0, OptionalDouble.empty()));
    }

    /** Seconds until the queue is empty, at this machine's speed; empty while that is not known. */
    public OptionalDouble secondsLeft() {
        var speed = speeds.speed();
        if (!speed.isKnown()) return OptionalDouble.empty();
        return OptionalDouble.of(order.list().stream().filter(j -> !j.status().hasFailed()).mapToDouble(j -> j.work(speed)).sum());
    }

    /** Seconds to render lines once each, at this machine's speed; empty while that is not known. */
    public OptionalDouble secondsFor(Collection<String> lineIds) {
        var wanted = new HashSet<>(lineIds);
        double speech = project.document().lines().stream().filter(l -> wanted.contains(l.id())).mapToDouble(l -> DurationEstimate.seconds(l.text())).sum();
        return speeds.speed().isKnown() ? OptionalDouble.of(speeds.speed().seconds(speech, 1)) : OptionalDouble.empty();
    }

    /** Nothing new begins; the current line is finished. */
    public void pause() {
        worker.pause(true);
        changed();
    }

    public void resume() {
        worker.pause(false);
        changed();
        ownerThread.execute(worker::next);
    }

    public boolean isPaused() {
        return worker.isPaused();
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
        ownerThread.execute(worker::next);
    }

    /** Queues failed lines again, at the end. */
    public void retry(Collection<String> lineIds) {
        var wanted = new LinkedHashMap<String, Integer>();
        for (var job : order.of(Set.copyOf(lineIds))) if (job.status().hasFailed()) wanted.put(job.line(), job.open());
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
        ownerThread.execute(worker::next);
    }

    /** Whether a line is being rendered on the processor, so that other work would slow it down. Any thread. */
    public boolean needsProcessor() {
        return worker.needsProcessor();
    }

    /** The audio so far of a line that is being rendered. Any thread. */
    public Optional<StreamingAudio> partial(String lineId) {
        return worker.sound(lineId);
    }

    /** Lines that were queued when the project was closed or the program ended, and still need rendering; known soon after opening. */
    public List<String> offered() {
        return file.offered();
    }

    /** Queues the offered lines again. */
    public void restore() {
        render(file.takeOffered());
    }

    private void offer(List<LineRequest> left) {
        if (!project.isKept()) return;
        file.offer(left);
        keep();
        if (!offered().isEmpty()) listener.accept(new RenderingEvent.Offered(offered()));
    }

    /** Completes, on any thread, when the queue is stored in the project folder. */
    public CompletableFuture<Void> kept() {
        return file.kept();
    }

    private void keep() {
        file.keep(order.requests());
        changed();
    }

    /** Frames come faster than anybody can look, and each report costs as much as the queue is long. Any thread. */
    private void progressed() {
        long now = System.nanoTime();
        if (now - lastProgress < PROGRESS_NANOS) return;
        lastProgress = now;
        changed();
    }

    /** Several changes are reported once. Any thread. */
    private void changed() {
        if (changing.compareAndSet(false, true)) ownerThread.execute(() -> {
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
        resting.thenRun(() -> ownerThread.execute(this::settle));
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
