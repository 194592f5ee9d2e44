package studio.parley.studio.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.problem.Cancellation;
import studio.parley.render.RenderJob;
import studio.parley.render.RenderQueue;
import studio.parley.render.RenderStatus;
import studio.parley.speech.DurationEstimate;
import studio.parley.studio.AppDirectories;
import studio.parley.studio.LoadedModel;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.staleness.RenderNeeds;
import studio.parley.studio.document.staleness.Staleness;

/**
 * Has lines of an open project spoken, one after another on a thread of its own, and puts the takes into the document. A line is
 * made from the document as it is when its turn comes, so it hears what was made before. What waits is remembered in the project
 * folder.
 *
 * <p>All methods belong to the thread that opened the project, and events come on it, unless they say otherwise. Close
 * this before the project and the model.
 */
public final class LineRendering implements AutoCloseable {
    /** The most takes of a line that can be asked for at once. */
    public static final int MOST_TAKES = 64;
    /** Takes spoken as one batch; each needs a cache of its own in memory. */
    private static final int ROWS = 4;

    private final Project project;
    private final ModelDefaults defaults;
    private final EventDispatcher dispatcher;
    private final OwnerThreadExecutor ownerThread;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("render").daemon().factory());
    private final LineRenderer voice;
    private final int rate;
    private final int rows;
    private final RenderQueue queue;
    private final TakeIntake arrivals;
    private final QueuedRequests pending;
    private final RenderSpeedStore pace;
    private final SeedAllocator seeds;
    private final RenderBacklog backlog = new RenderBacklog();
    private final Map<String, StreamingAudio> partial = new ConcurrentHashMap<>();
    private final RenderBatch.Owner owner = new Watching();
    private volatile boolean sounding = true;
    private boolean closing;
    private @Nullable CompletableFuture<Void> ended;

    public LineRendering(Project project, LoadedModel model, AppDirectories directories, Executor ownerThread, Consumer<RenderingEvent> listener) {
        this(project, model, directories, ownerThread, listener, ROWS);
    }

    /** @param rows how many takes of a line are spoken as one batch at most */
    public LineRendering(Project project, LoadedModel model, AppDirectories directories, Executor ownerThread, Consumer<RenderingEvent> listener, int rows) {
        this.project = project;
        this.defaults = ModelDefaults.of(model);
        this.ownerThread = new OwnerThreadExecutor(ownerThread);
        this.dispatcher = new EventDispatcher(this.ownerThread, listener);
        this.rate = model.rate();
        this.rows = rows;
        this.voice = new LineRenderer(model, project.folder(), directories, rows);
        this.queue = new RenderQueue(voice::renderer, worker);
        this.arrivals = new TakeIntake(project, defaults, dispatcher::trouble);
        var file = new QueueFile(project.folder(), !project.isReadOnly(), dispatcher::trouble);
        this.pending = new QueuedRequests(project, file);
        this.seeds = new SeedAllocator(project);
        this.pace = new RenderSpeedStore(directories, model, file);
        file.read().thenAccept(left -> this.ownerThread.post(() -> offer(left)));
    }

    /** What became of a request: lines that will be spoken, and lines that will not because they are locked. */
    public record Asked(List<String> queued, List<String> locked) {
        public Asked {
            queued = List.copyOf(queued);
            locked = List.copyOf(locked);
        }
    }

    /**
     * Puts lines at the end of the queue (or where the playhead wants them, see {@link #follow}). A line that waits already gets the
     * larger number of takes; one that is being spoken is spoken again after that. Locked and silent lines are passed over.
     *
     * @param takes of each line, 1 to {@link #MOST_TAKES}
     */
    public Asked render(Collection<String> lineIds, int takes) {
        var wanted = new LinkedHashMap<String, Integer>();
        for (var id : lineIds) wanted.put(id, takes);
        return render(wanted);
    }

    /** @param takes wanted of each line, in the order of work */
    private Asked render(SequencedMap<String, Integer> takes) {
        for (int count : takes.values()) if (count < 1 || count > MOST_TAKES) throw new IllegalArgumentException(count + " takes");
        var document = project.document();
        var lines = new HashMap<String, Line>();
        for (var line : document.lines()) if (line.isSpoken()) lines.put(line.id(), line);
        var queued = new ArrayList<String>();
        var locked = new ArrayList<String>();
        var fresh = new ArrayList<LineRequest>();
        var open = backlog.open();
        takes.forEach((id, count) -> {
            var line = lines.get(id);
            if (line == null) return;
            (document.decoration(id).locked() ? locked : queued).add(id);
            if (!document.decoration(id).locked()) request(line, open.get(id), count).ifPresent(fresh::add);
        });
        enqueue(fresh);
        return new Asked(queued, locked);
    }

    /** A new request, or nothing if one that waits can have the takes as well. */
    private Optional<LineRequest> request(Line line, @Nullable LineRequest known, int takes) {
        if (known != null && known.isWaiting()) {
            known.takes = Math.max(known.takes, known.made + takes);
            return Optional.empty();
        }
        if (known != null) backlog.remove(known);
        var request = new LineRequest(line.id(), takes, line.takes().stream().map(Take::id).toList(), DurationEstimate.seconds(line.text()));
        backlog.add(request);
        return Optional.of(request);
    }

    /** Puts requests into the queue, in their order among all. */
    private void enqueue(List<LineRequest> fresh) {
        for (var request : fresh) {
            var job = new RenderBatch(request.line, ownerThread, voice, owner, new StreamingAudio(rate));
            request.job = job;
            request.queued = new RenderJob(request.line, job::prompt, job);
        }
        backlog.settle(project.document().lines());
        queue.addAll(fresh.stream().map(w -> w.queued).sorted(backlog.order()).toList());
        sort();
    }

    /** Which lines to render, and which heard others that have changed; a take whose sound is lost counts as none. */
    public RenderNeeds needs() {
        return DependentLines.needs(project.document(), defaults, project.clipStore());
    }

    /** All that rendering would speak, and all that heard or will have heard something else by then, in the order of the script. */
    public List<String> withAffected() {
        var needs = needs();
        return DependentLines.with(project.document(), Stream.concat(needs.needed().stream(), needs.affected().stream()).toList());
    }

    /** What holds where project, speaker and line say nothing: to ask {@link Staleness} with. */
    public ModelDefaults defaults() {
        return defaults;
    }

    /** What is being spoken, waits or failed, in that order of work; an immutable value. */
    public List<QueuedLine> jobs() {
        return pace.jobs(backlog.list(), queue.isPaused());
    }

    /** Seconds until nothing waits any more, at this machine's pace; empty while that is not known. */
    public OptionalDouble secondsLeft() {
        return pace.secondsLeft(backlog.list());
    }

    /** Seconds it would take to speak lines once each, at this machine's pace; empty while that is not known. */
    public OptionalDouble secondsFor(Collection<String> lineIds) {
        var wanted = new HashSet<>(lineIds);
        return pace.seconds(project.document().lines().stream().filter(l -> wanted.contains(l.id())).mapToDouble(l -> DurationEstimate.seconds(l.text())).sum());
    }

    /** Nothing new begins; the line being spoken is finished. */
    public void pause() {
        queue.pause();
        dispatcher.changed();
    }

    public void resume() {
        queue.resume();
        dispatcher.changed();
    }

    public boolean isPaused() {
        return queue.isPaused();
    }

    /** Takes lines out of the queue; one being spoken ends within a frame, without a take. */
    public void cancel(Collection<String> lineIds) {
        var gone = backlog.of(Set.copyOf(lineIds));
        backlog.removeAll(gone);
        queue.cancel(gone.stream().flatMap(w -> Stream.ofNullable(w.queued)).toList());
        keep();
    }

    public void cancelAll() {
        backlog.clear();
        queue.cancelAll();
        keep();
    }

    /** Speaks failed lines once more, after what waits. */
    public void retry(Collection<String> lineIds) {
        var failed = new LinkedHashMap<String, Integer>();
        for (var request : backlog.of(Set.copyOf(lineIds))) if (request.hasFailed()) failed.put(request.line, request.takes - request.made);
        render(failed);
    }

    /** Brings waiting lines into this order, first ones first; those not named keep their order behind. Ends following. */
    public void reorder(List<String> lineIds) {
        backlog.reorder(lineIds);
        sort();
    }

    /** From now on lines are spoken from this one on to the end of the script, then those before it: what is about to be heard first. */
    public void follow(String lineId) {
        if (backlog.follow(lineId)) sort();
    }

    private void sort() {
        backlog.settle(project.document().lines());
        queue.reorder(backlog.order());
        keep();
    }

    /** The sound so far of a line that is being spoken. Any thread. */
    public Optional<StreamingAudio> partial(String lineId) {
        return Optional.ofNullable(partial.get(lineId));
    }

    /** Whether sound is decoded while lines are being made (as at first); without it rendering is a little faster. Any thread. */
    public void soundWhileRendering(boolean wanted) {
        sounding = wanted;
    }

    /** Lines that waited when the project was closed or the program died, and still want to be spoken; known soon after opening. */
    public List<String> offered() {
        return pending.offered();
    }

    /** Queues the offered lines again. */
    public Asked restore() {
        return render(pending.takeOffered());
    }

    /** Forgets the offered lines. */
    public void dismiss() {
        pending.takeOffered();
        keep();
    }

    private void offer(List<QueuedRequest> left) {
        if (project.isReadOnly()) return;
        pending.offer(left);
        keep();
        if (!offered().isEmpty()) dispatcher.tell(new RenderingEvent.Offered(offered()));
    }

    /** What jobs report and ask. */
    private final class Watching implements RenderBatch.Owner {
        @Override
        public RenderBatch.Turn turn(RenderBatch job) {
            var document = project.document();
            var request = backlog.of(job).orElseThrow(() -> new CancellationException("cancelled"));
            var line = document.line(job.line).filter(l -> l.isSpoken() && !document.decoration(l.id()).locked())
                    .orElseThrow(() -> new CancellationException("the line is gone or locked"));
            partial.put(job.line, job.sound);
            return new RenderBatch.Turn(document, line, seeds.next(line, request.made, Math.min(rows, request.takes - request.made)),
                    request.takes > 1);
        }

        @Override
        public void moved(RenderBatch job, RenderStatus status) {
            if (status.isFinal()) ownerThread.post(() -> ended(job, status));
            else dispatcher.changed();
        }

        @Override
        public boolean wantsSound() {
            return sounding;
        }
    }

    private void ended(RenderBatch job, RenderStatus status) {
        var request = backlog.of(job);
        partial.remove(job.line, job.sound);
        switch (status) {
            case RenderStatus.Done(var takes) -> {
                pace.learn(job, takes.size());
                var arrived = arrivals.take(job, takes);
                dispatcher.tell(arrived.event());
                backlog.of(job.line).stream().filter(w -> w.job != job).forEach(w -> w.others(arrived.event().takes()));
                request.ifPresent(w -> made(w, takes.size(), arrived.durable()));
            }
            case RenderStatus.Failed(var problem) -> dispatcher.tell(new RenderingEvent.Failed(job.line, problem));
            default -> {
                if (!closing && !Cancellation.isWished()) request.ifPresent(backlog::remove);
            }
        }
        if (!closing && !backlog.isBusy()) dispatcher.finished();
        dispatcher.changed();
    }

    /** Until the takes are safe on the disk, the file goes on naming the line. */
    private void made(LineRequest request, int count, CompletableFuture<Void> durable) {
        request.made += count;
        if (request.made >= request.takes) {
            backlog.done(request);
            durable.thenRun(() -> ownerThread.post(() -> {
                backlog.safe(request);
                keep();
            }));
        } else if (!closing) {
            enqueue(List.of(request));
        }
    }

    /** Completes, on any thread, when the project folder remembers what waits now. */
    public CompletableFuture<Void> kept() {
        return pending.kept();
    }

    private void keep() {
        pending.keep(backlog);
        dispatcher.changed();
    }

    /**
     * Ends work within a frame and remembers what waits. Returns at once; the future completes, on any thread, when worker and files
     * are at rest and project and model may be closed. The thread that owns the project must go on doing tasks until then.
     */
    public CompletableFuture<Void> shutdown() {
        if (ended != null) return ended;
        closing = true;
        queue.close();
        var rest = CompletableFuture.runAsync(voice::close, worker);
        worker.shutdown();
        var last = new CompletableFuture<Void>();
        rest.whenComplete((done, refused) -> ownerThread.post(() -> {
            keep();
            pending.close().whenComplete((closed, trouble) -> last.complete(null));
        }));
        ended = last;
        return last;
    }

    /** As {@link #shutdown}, and waits for it, doing tasks posted to it meanwhile. */
    @Override
    public void close() {
        ownerThread.workUntil(shutdown());
    }
}
