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
import studio.parley.speech.ExpectedLength;
import studio.parley.studio.OpenModel;
import studio.parley.studio.Places;
import studio.parley.studio.document.Project;
import studio.parley.studio.document.RenderNeeds;
import studio.parley.studio.document.Staleness;

/**
 * Has lines of an open project spoken, one after another on a thread of its own, and puts the takes into the document. A line is
 * made from the document as it is when its turn comes, so it hears what was made before. What waits is remembered in the project
 * folder.
 *
 * <p>All methods belong to the thread of the door that opened the project, and events come on it, unless they say otherwise. Close
 * this before the project and the model.
 */
public final class LineRendering implements AutoCloseable {
    /** The most takes of a line that can be asked for at once. */
    public static final int MOST_TAKES = 64;
    /** Takes spoken as one batch; each needs a cache of its own in memory. */
    private static final int ROWS = 4;

    private final Project project;
    private final ModelDefaults defaults;
    private final Teller teller;
    private final DoorTasks door;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("render").daemon().factory());
    private final LineVoice voice;
    private final int rate;
    private final int rows;
    private final RenderQueue queue;
    private final Arrivals arrivals;
    private final PendingLines pending;
    private final PaceMemory pace;
    private final TakeSeeds seeds;
    private final Wishes wishes = new Wishes();
    private final Map<String, PartialSound> partial = new ConcurrentHashMap<>();
    private final LineJob.Owner owner = new Watching();
    private volatile boolean sounding = true;
    private boolean closing;
    private @Nullable CompletableFuture<Void> ended;

    public LineRendering(Project project, OpenModel model, Places places, Executor door, Consumer<RenderingEvent> listener) {
        this(project, model, places, door, listener, ROWS);
    }

    /** @param rows how many takes of a line are spoken as one batch at most */
    public LineRendering(Project project, OpenModel model, Places places, Executor door, Consumer<RenderingEvent> listener, int rows) {
        this.project = project;
        this.defaults = ModelDefaults.of(model);
        this.door = new DoorTasks(door);
        this.teller = new Teller(this.door, listener);
        this.rate = model.rate();
        this.rows = rows;
        this.voice = new LineVoice(model, project.folder(), places, rows);
        this.queue = new RenderQueue(voice::renderer, worker);
        this.arrivals = new Arrivals(project, defaults, teller::trouble);
        var file = new PendingFile(project.folder(), !project.isReadOnly(), teller::trouble);
        this.pending = new PendingLines(project, file);
        this.seeds = new TakeSeeds(project);
        this.pace = new PaceMemory(places, model, file);
        file.read().thenAccept(left -> this.door.post(() -> offer(left)));
    }

    /** What became of a wish: lines that will be spoken, and lines that will not because they are locked. */
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
        var fresh = new ArrayList<Wish>();
        var open = wishes.open();
        takes.forEach((id, count) -> {
            var line = lines.get(id);
            if (line == null) return;
            (document.decoration(id).locked() ? locked : queued).add(id);
            if (!document.decoration(id).locked()) wish(line, open.get(id), count).ifPresent(fresh::add);
        });
        enqueue(fresh);
        return new Asked(queued, locked);
    }

    /** A new wish, or nothing if one that waits can have the takes as well. */
    private Optional<Wish> wish(Line line, @Nullable Wish known, int takes) {
        if (known != null && known.isWaiting()) {
            known.takes = Math.max(known.takes, known.made + takes);
            return Optional.empty();
        }
        if (known != null) wishes.remove(known);
        var wish = new Wish(line.id(), takes, line.takes().stream().map(Take::id).toList(), ExpectedLength.seconds(line.text()));
        wishes.add(wish);
        return Optional.of(wish);
    }

    /** Puts wishes into the queue, in their order among all. */
    private void enqueue(List<Wish> fresh) {
        for (var wish : fresh) {
            var job = new LineJob(wish.line, door, voice, owner, new PartialSound(rate));
            wish.job = job;
            wish.queued = new RenderJob(wish.line, job::prompt, job);
        }
        wishes.settle(project.document().lines());
        queue.addAll(fresh.stream().map(w -> w.queued).sorted(wishes.order()).toList());
        sort();
    }

    /** Which lines to render, and which heard others that have changed; a take whose sound is lost counts as none. */
    public RenderNeeds needs() {
        return Downstream.needs(project.document(), defaults, project.shelf());
    }

    /** All that rendering would speak, and all that heard or will have heard something else by then, in the order of the script. */
    public List<String> withAffected() {
        var needs = needs();
        return Downstream.with(project.document(), Stream.concat(needs.needed().stream(), needs.affected().stream()).toList());
    }

    /** What holds where project, speaker and line say nothing: to ask {@link Staleness} with. */
    public ModelDefaults defaults() {
        return defaults;
    }

    /** What is being spoken, waits or failed, in that order of work; an immutable value. */
    public List<QueuedLine> jobs() {
        return pace.jobs(wishes.list(), queue.isPaused());
    }

    /** Seconds until nothing waits any more, at this machine's pace; empty while that is not known. */
    public OptionalDouble secondsLeft() {
        return pace.secondsLeft(wishes.list());
    }

    /** Seconds it would take to speak lines once each, at this machine's pace; empty while that is not known. */
    public OptionalDouble secondsFor(Collection<String> lineIds) {
        var wanted = new HashSet<>(lineIds);
        return pace.seconds(project.document().lines().stream().filter(l -> wanted.contains(l.id())).mapToDouble(l -> ExpectedLength.seconds(l.text())).sum());
    }

    /** Nothing new begins; the line being spoken is finished. */
    public void pause() {
        queue.pause();
        teller.changed();
    }

    public void resume() {
        queue.resume();
        teller.changed();
    }

    public boolean isPaused() {
        return queue.isPaused();
    }

    /** Takes lines out of the queue; one being spoken ends within a frame, without a take. */
    public void cancel(Collection<String> lineIds) {
        var gone = wishes.of(Set.copyOf(lineIds));
        wishes.removeAll(gone);
        queue.cancel(gone.stream().flatMap(w -> Stream.ofNullable(w.queued)).toList());
        keep();
    }

    public void cancelAll() {
        wishes.clear();
        queue.cancelAll();
        keep();
    }

    /** Speaks failed lines once more, after what waits. */
    public void retry(Collection<String> lineIds) {
        var failed = new LinkedHashMap<String, Integer>();
        for (var wish : wishes.of(Set.copyOf(lineIds))) if (wish.hasFailed()) failed.put(wish.line, wish.takes - wish.made);
        render(failed);
    }

    /** Brings waiting lines into this order, first ones first; those not named keep their order behind. Ends following. */
    public void reorder(List<String> lineIds) {
        wishes.reorder(lineIds);
        sort();
    }

    /** From now on lines are spoken from this one on to the end of the script, then those before it: what is about to be heard first. */
    public void follow(String lineId) {
        if (wishes.follow(lineId)) sort();
    }

    private void sort() {
        wishes.settle(project.document().lines());
        queue.reorder(wishes.order());
        keep();
    }

    /** The sound so far of a line that is being spoken. Any thread. */
    public Optional<PartialSound> partial(String lineId) {
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

    private void offer(List<Pending> left) {
        if (project.isReadOnly()) return;
        pending.offer(left);
        keep();
        if (!offered().isEmpty()) teller.tell(new RenderingEvent.Offered(offered()));
    }

    /** What is told of jobs, and asked by them. */
    private final class Watching implements LineJob.Owner {
        @Override
        public LineJob.Turn turn(LineJob job) {
            var document = project.document();
            var wish = wishes.of(job).orElseThrow(() -> new CancellationException("cancelled"));
            var line = document.line(job.line).filter(l -> l.isSpoken() && !document.decoration(l.id()).locked())
                    .orElseThrow(() -> new CancellationException("the line is gone or locked"));
            partial.put(job.line, job.sound);
            return new LineJob.Turn(document, line, seeds.next(line, wish.made, Math.min(rows, wish.takes - wish.made)),
                    wish.takes > 1);
        }

        @Override
        public void moved(LineJob job, RenderStatus status) {
            if (status.isFinal()) door.post(() -> ended(job, status));
            else teller.changed();
        }

        @Override
        public boolean wantsSound() {
            return sounding;
        }
    }

    private void ended(LineJob job, RenderStatus status) {
        var wish = wishes.of(job);
        partial.remove(job.line, job.sound);
        switch (status) {
            case RenderStatus.Done(var takes) -> {
                pace.learn(job, takes.size());
                var arrived = arrivals.take(job, takes);
                teller.tell(arrived.event());
                wishes.of(job.line).stream().filter(w -> w.job != job).forEach(w -> w.others(arrived.event().takes()));
                wish.ifPresent(w -> made(w, takes.size(), arrived.durable()));
            }
            case RenderStatus.Failed(var problem) -> teller.tell(new RenderingEvent.Failed(job.line, problem));
            default -> {
                if (!closing && !Cancellation.isWished()) wish.ifPresent(wishes::remove);
            }
        }
        if (!closing && !wishes.isBusy()) teller.finished();
        teller.changed();
    }

    /** Until the takes are safe on the disk, the file goes on naming the line. */
    private void made(Wish wish, int count, CompletableFuture<Void> durable) {
        wish.made += count;
        if (wish.made >= wish.takes) {
            wishes.done(wish);
            durable.thenRun(() -> door.post(() -> {
                wishes.safe(wish);
                keep();
            }));
        } else if (!closing) {
            enqueue(List.of(wish));
        }
    }

    /** Completes, on any thread, when the project folder remembers what waits now. */
    public CompletableFuture<Void> kept() {
        return pending.kept();
    }

    private void keep() {
        pending.keep(wishes);
        teller.changed();
    }

    /**
     * Ends work within a frame and remembers what waits. Returns at once; the future completes, on any thread, when worker and files
     * are at rest and project and model may be closed. The door's thread must go on doing tasks until then.
     */
    public CompletableFuture<Void> shutdown() {
        if (ended != null) return ended;
        closing = true;
        queue.close();
        var rest = CompletableFuture.runAsync(voice::close, worker);
        worker.shutdown();
        var last = new CompletableFuture<Void>();
        rest.whenComplete((done, refused) -> door.post(() -> {
            keep();
            pending.close().whenComplete((closed, trouble) -> last.complete(null));
        }));
        ended = last;
        return last;
    }

    /** As {@link #shutdown}, and waits for it, doing the door's tasks meanwhile. */
    @Override
    public void close() {
        door.workUntil(shutdown());
    }
}
