package studio.parley.ui.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.dialogue.Line;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.ProjectModel;
import studio.parley.studio.project.SoundRepair;
import studio.parley.studio.project.render.DependentLines;
import studio.parley.studio.project.render.QueuedLine;
import studio.parley.studio.project.render.RenderQueue;
import studio.parley.studio.project.render.RenderingEvent;
import studio.parley.studio.project.render.StreamingAudio;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices.Remedy;
import studio.parley.voice.BestStretch;

/** The model and its queue as properties. Requests while the model is still loading run when it is loaded. JavaFX thread only. */
public final class RenderController implements AutoCloseable {
    /** The cause of notifications about a model that does not load. */
    private static final String MODEL = "model";
    private final ProjectSession session;
    private final ReadOnlyObjectWrapper<ModelDefaults> defaults;
    private final ReadOnlyStringWrapper description = new ReadOnlyStringWrapper(Messages.of("session.loading"));
    private final RenderNotices notices;
    private final ObservableMap<String, RenderStatus> statuses = FXCollections.observableHashMap();
    private final ObservableList<QueuedLine> jobs = FXCollections.observableArrayList();
    // One shared view of each: a view that nobody holds would be garbage-collected, with its listeners.
    private final ObservableMap<String, RenderStatus> shownStatuses = FXCollections.unmodifiableObservableMap(statuses);
    private final ObservableList<QueuedLine> shownJobs = FXCollections.unmodifiableObservableList(jobs);
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Consumer<RenderQueue>> requests = new ArrayList<>();
    private volatile Optional<RenderQueue> rendering = Optional.empty();
    private Optional<LoadedModel> model = Optional.empty();
    private CompletableFuture<Void> repairing = CompletableFuture.completedFuture(null);
    private volatile boolean closed;
    private volatile int loads;

    RenderController(ProjectSession session, ModelDefaults first) {
        this.session = session;
        this.notices = new RenderNotices(session, this);
        this.defaults = new ReadOnlyObjectWrapper<>(first);
        session.documentProperty().subscribe(now -> dropMended());
    }

    /** A failed line that has been changed since is not a failed one any more, but one that is to be rendered. */
    private void dropMended() {
        var mended = notices.mended();
        if (!mended.isEmpty()) queue(r -> r.cancel(mended));
    }

    /** Loads the model of the project or the settings; also to try again after {@link #troubleProperty}, or to change it. */
    public void load() {
        description.set(Messages.of("session.loading"));
        defaults.set(ModelDefaults.LOADING);
        loads++;
        // It uses all processors of a small machine: what can be seen and typed into already comes first.
        unload().whenCompleteAsync((v, e) -> FxThread.afterPicture(this::open), FxThread.executor());
    }

    private void open() {
        if (closed) return;
        session.services().models().open(ProjectModel.wanted(session.document())).whenCompleteAsync((opened, thrown) -> {
            if (closed) return;
            repair(Optional.ofNullable(opened), () -> {
                if (thrown == null) ready(opened);
                else failed(thrown);
            });
        }, FxThread.executor());
    }

    /** Before anything is rendered: a missing audio file that can be restored is no reason to render a line again. */
    private void repair(Optional<LoadedModel> usual, Runnable then) {
        var project = session.project();
        var document = session.document();
        int load = loads;
        var attempt = session.services().notices().attempt("repair");
        var ended = new CompletableFuture<Void>();
        repairing = ended;
        FxThread.work(() -> {
            try (var known = session.services().models().known(usual)) {
                return Cancellation.unless(() -> closed || load != loads, () -> SoundRepair.of(document, project.clipStore(), session.services().directories(), known));
            } finally {
                ended.complete(null);
            }
        }, outcome -> repaired(load, () -> {
            attempt.succeeded();
            session.repaired(outcome);
        }, then), thrown -> repaired(load, () -> attempt.failed(thrown), then));
    }

    private void repaired(int load, Runnable outcome, Runnable then) {
        if (closed || load != loads) return;
        outcome.run();
        then.run();
    }

    private void ready(LoadedModel opened) {
        model = Optional.of(opened);
        trouble.set(Optional.empty());
        session.services().notices().settled(MODEL);
        description.set(opened.describe());
        opened.notices().forEach(session.services().notices()::warn);
        var made = new RenderQueue(session.project(), opened, session.services().directories(), FxThread.executor(), this::heard, RenderQueue.USUAL.hearing(session.hearing()::kept, OptionalInt.empty()));
        rendering = Optional.of(made);
        defaults.set(ModelDefaults.of(opened));
        List.copyOf(requests).forEach(w -> w.accept(made));
        requests.clear();
        changed();
    }

    private void failed(Throwable thrown) {
        var cause = thrown.getCause() == null ? thrown : thrown.getCause();
        trouble.set(cause instanceof Problem p ? Optional.of(p) : Optional.of(Problem.model(String.valueOf(cause))));
        description.set(Messages.of("session.noModel"));
        defaults.set(ModelDefaults.of(session.document()));
        requests.clear();
        boolean missing = cause instanceof Problem p && p.kind() == Problem.Kind.MODEL;
        session.services().notices().trouble(MODEL, thrown, missing ? new Remedy(Messages.of("session.chooseModel"), () -> session.services().commands().run("view.model"))
                : new Remedy(Messages.of("session.tryAgain"), this::load));
    }

    /** Makes this the project's model, identified by {@link studio.parley.studio.model.ModelEntry#label}, and loads it. */
    public void use(String model) {
        var s = session.document().settings();
        if (!Optional.of(model).equals(s.model())) session.edit(ProjectEdits.settings("Model", s.withModel(Optional.of(model))));
        queue(RenderQueue::cancelAll);
        load();
    }

    private void heard(RenderingEvent event) {
        switch (event) {
            case RenderingEvent.Changed c -> changed();
            case RenderingEvent.Arrived a -> {
                session.refresh();
                session.hearing().arrived(a.line(), a.takes());
            }
            case RenderingEvent.Failed f -> notices.failed(f.line(), f.problem());
            case RenderingEvent.Trouble t -> session.services().notices().trouble(t.problem());
            case RenderingEvent.Finished f -> changed();
            case RenderingEvent.Offered o -> notices.offered(o.lines().size(), () -> queue(RenderQueue::restore));
        }
    }

    private void changed() {
        var now = rendering.map(RenderQueue::jobs).orElse(List.of());
        jobs.setAll(now);
        paused.set(rendering.map(RenderQueue::isPaused).orElse(false));
        // The device may have changed.
        model.ifPresent(m -> description.set(m.describe()));
        Map<String, RenderStatus> next = new HashMap<>();
        for (var job : now.reversed()) next.put(job.line(), job.status());
        notices.changed(now, rendering.map(RenderQueue::offered).orElse(List.of()));
        statuses.keySet().retainAll(next.keySet());
        next.forEach((line, status) -> {
            if (!status.equals(statuses.get(line))) statuses.put(line, status);
        });
        session.player().queueChanged();
    }

    /**
     * The defaults if the document sets nothing, and the model's name in recipes; unknown while the model is loading, a guess without one.
     */
    public ModelDefaults defaults() {
        return defaults.get();
    }

    public ReadOnlyObjectProperty<ModelDefaults> defaultsProperty() {
        return defaults.getReadOnlyProperty();
    }

    /** "Parley voice (int8, cpu)", or why there is none. */
    public ReadOnlyStringProperty descriptionProperty() {
        return description.getReadOnlyProperty();
    }

    /** The model, once loaded; another {@link #load} closes it. */
    public Optional<LoadedModel> model() {
        return model;
    }

    /** What is being rendered, queued or failed, in the order of work. */
    public ObservableList<QueuedLine> jobs() {
        return shownJobs;
    }

    /** Of lines that are queued, being rendered, or failed, by line id; finished lines are removed. */
    public ObservableMap<String, RenderStatus> statuses() {
        return shownStatuses;
    }

    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Seconds until everything is rendered, if this machine's speed is known. */
    public OptionalDouble secondsLeft() {
        return rendering.map(RenderQueue::secondsLeft).orElse(OptionalDouble.empty());
    }

    /** Seconds to render lines, if this machine's speed is known. */
    public OptionalDouble secondsFor(Collection<String> lines) {
        return rendering.map(r -> r.secondsFor(lines)).orElse(OptionalDouble.empty());
    }

    /** Queues lines, so many takes each; locked lines are skipped with a notification. */
    public void render(Collection<String> lines, int takes) {
        if (session.refusesChanges()) return;
        var wanted = List.copyOf(lines);
        ask(r -> notices.locked(r.render(wanted, takes)));
    }

    /** Lines that {@link #renderNeeded} would queue: missing or red, and not queued yet. */
    public List<String> toRender() {
        return notQueued(session.needs().needed());
    }

    /** Queues all that is missing or red and not queued yet; good takes with a changed context stay. */
    public void renderNeeded() {
        if (session.refusesChanges()) return;
        ask(r -> r.render(notQueued(DependentLines.needs(session.project(), defaults()).needed()), 1));
    }

    private List<String> notQueued(List<String> lines) {
        var queued = jobs.stream().filter(j -> !j.status().hasFailed()).map(QueuedLine::line).collect(Collectors.toSet());
        return lines.stream().filter(l -> !queued.contains(l)).toList();
    }

    /** The same, and all lines whose context has changed or will have changed by then. */
    public void renderAffected() {
        if (session.refusesChanges()) return;
        ask(r -> r.render(notQueued(DependentLines.with(session.document(), DependentLines.needs(session.project(), defaults()))), 1));
    }

    /** Queues every line with text that is not locked. */
    public void renderAll() {
        render(session.document().lines().stream().filter(l -> !session.document().decoration(l.id()).locked()).map(Line::id).toList(), 1);
    }

    /** What will play next is rendered first: called as the playhead moves. */
    public void follow(String line) {
        rendering.ifPresent(r -> r.follow(line));
    }

    /** Queues failed lines again. */
    void retryFailed() {
        ask(r -> r.retry(jobs.stream().filter(j -> j.status().hasFailed()).map(QueuedLine::line).toList()));
    }

    /** Trims a long reference clip to its best stretch, and then continues. */
    public void cutClip(int speaker, String path, Runnable then) {
        if (session.refusesChanges()) return;
        var file = session.project().folder().reference(path);
        FxThread.work(() -> BestStretch.of(AudioFiles.read(file)), best -> {
            best.ifPresent(b -> session.edit(ProjectEdits.trim(speaker, path, b.startMillis(), b.endMillis())));
            session.services().notices().info(Messages.of("voices.cut", 1));
            then.run();
        }, session.services().notices()::trouble);
    }

    /** Whether a line is being rendered on the processor. Any thread. */
    boolean needsProcessor() {
        return rendering.filter(RenderQueue::needsProcessor).isPresent();
    }

    /** The audio so far of a line that is being rendered. Any thread. */
    public Optional<StreamingAudio> partial(String line) {
        return rendering.flatMap(r -> r.partial(line));
    }

    /** Changes the queue, if there is one. */
    public void queue(Consumer<RenderQueue> change) {
        rendering.ifPresent(change);
        changed();
    }

    /** Uses the queue, now or when the model is loaded. */
    public void ask(Consumer<RenderQueue> request) {
        rendering.ifPresentOrElse(request, () -> {
            requests.add(request);
            if (trouble.get().isPresent()) load();
        });
        changed();
    }

    /** Ends the current line without waiting for it here. */
    private CompletableFuture<?> unload() {
        CompletableFuture<?> ended = rendering.<CompletableFuture<?>>map(RenderQueue::shutdown).orElseGet(() -> CompletableFuture.completedFuture(null));
        rendering = Optional.empty();
        model = Optional.empty();
        return CompletableFuture.allOf(ended, repairing);
    }

    /** Ends the current line within a frame; the queue is stored in the project. */
    @Override
    public void close() {
        closed = true;
        notices.close();
        session.services().notices().settled(MODEL);
        repairing.join();
        rendering.ifPresent(RenderQueue::close);
        rendering = Optional.empty();
    }
}
