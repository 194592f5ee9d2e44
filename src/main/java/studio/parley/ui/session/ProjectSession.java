package studio.parley.ui.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.document.staleness.RenderNeeds;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.StalenessTracker;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ClipCache;
import studio.parley.studio.export.ExpectedTimeline;
import studio.parley.studio.export.MixRenderer;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.SoundRepair;
import studio.parley.studio.project.hearing.TakeWords;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;

/**
 * An open project in the window: every view reads it through these properties and changes it through {@link #edit}. One session per open
 * project; views are created again for another. JavaFX thread only.
 */
public final class ProjectSession implements AutoCloseable {
    /**
     * Frames per second of {@link #arrangement}, of playback and of drawing; CSM's own rate, at which exports are mixed, too, before they
     * are resampled.
     */
    public static final int RATE = 24000;

    /** The cause of notices about failing writes. */
    private static final String SAVING = "saving";
    /** The cause of notices about changes to a project that cannot be changed. */
    private static final String READ_ONLY = "read-only";

    /**
     * Where the newest change is: on disk, on its way there, or only in memory because writing failed; or that the project is read-only.
     */
    public enum Kept { KEPT, WRITING, REFUSED, READ_ONLY }

    private final Project project;
    private final AppServices services;
    /** Changes as a whole: listeners of one part find the others updated. */
    private final ObjectProperty<SessionState> state;
    private final ObservableValue<Document> document;
    private final ObservableValue<Selection> selection;
    private final ObservableValue<Map<String, Staleness>> staleness;
    private final ObservableValue<RenderNeeds> needs;
    private final ObservableValue<Arrangement> arrangement;
    private final ObservableValue<Arrangement> sound;
    private @Nullable SessionState expectedOf;
    private ExpectedTimeline expected = new ExpectedTimeline(List.of(), 0, true);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Kept> kept;
    /** Clips that are missing and cannot be restored. */
    private Set<String> lost = Set.of();
    private int writing;
    // Bound, which is a weak reference: views of a closed project must not be held by the application's theme.
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ClipCache sounds;
    private final StalenessTracker tracker = new StalenessTracker();
    private final PeaksCache waveforms;
    private final PlaybackController player;
    private final RenderController speech;
    private final TakeWords words;
    private final SpokenWords spokenWords;
    private final HearingController hearing;

    /** @param first what takes are compared with until a model is loaded */
    public ProjectSession(Project project, AppServices services, ModelDefaults first) {
        this.project = project;
        this.services = services;
        kept = new ReadOnlyObjectWrapper<>(project.isReadOnly() ? Kept.READ_ONLY : Kept.KEPT);
        dark.bind(services.theme().darkProperty());
        state = new SimpleObjectProperty<>(SessionState.of(project.document(), project.history().selection()));
        document = derived(SessionState::document);
        selection = derived(SessionState::selection);
        arrangement = derived(SessionState::arrangement);
        sound = derived(SessionState::sound);
        staleness = derived(SessionState::staleness);
        needs = derived(SessionState::needs);
        sounds = ClipCache.of(project.clipStore());
        waveforms = new PeaksCache(project.clipStore(), sounds, services.notices());
        player = new PlaybackController(this);
        words = new TakeWords(project.clipStore());
        spokenWords = new SpokenWords(words, project.clipStore(), services.notices());
        hearing = new HearingController(this);
        speech = new RenderController(this, first);
        speech.defaultsProperty().subscribe(now -> refresh());
        sound.subscribe(now -> player.sourceChanged());
        hearing.open();
    }

    /** A part of the state. It is always read: a derived value that nobody reads tells of no further changes, and some only use that it changed. */
    private <T> ObservableValue<T> derived(Function<SessionState, T> part) {
        var value = state.map(part);
        value.subscribe(now -> { });
        return value;
    }

    public Project project() {
        return project;
    }

    public AppServices services() {
        return services;
    }

    public PeaksCache waveforms() {
        return waveforms;
    }

    public SpokenWords spokenWords() {
        return spokenWords;
    }

    public PlaybackController player() {
        return player;
    }

    public RenderController speech() {
        return speech;
    }

    /** What was heard in takes; any thread. */
    public TakeWords words() {
        return words;
    }

    public HearingController hearing() {
        return hearing;
    }

    public Document document() {
        return state.get().document();
    }

    public ObservableValue<Document> documentProperty() {
        return document;
    }

    /** The positions of all clips, at {@link #RATE}; follows the document. */
    public Arrangement arrangement() {
        return state.get().arrangement();
    }

    public ObservableValue<Arrangement> arrangementProperty() {
        return arrangement;
    }

    /** The arrangement of the last audible change: typing does not change it. */
    public Arrangement sound() {
        return state.get().sound();
    }

    public ObservableValue<Arrangement> soundProperty() {
        return sound;
    }

    /** The estimated length of the conversation, at {@link #RATE}, and the positions of lines that are still to be rendered. */
    public ExpectedTimeline expected() {
        var now = state.get();
        var of = expectedOf;
        // Text changes the estimate only if something is estimated.
        boolean holds = of != null && (of.document() == now.document() || expected.isKnown() && of.sound() == now.sound());
        if (!holds) expected = ExpectedTimeline.of(now.document(), now.arrangement());
        expectedOf = now;
        return expected;
    }

    /** The current audio of everything: playback, drawing and export use this. */
    public MixRenderer rendering() {
        return rendering(arrangement());
    }

    /** The audio of a part of it. */
    public MixRenderer rendering(Arrangement part) {
        return new MixRenderer(part, sounds);
    }

    /** A whole clip at a speed, at its own rate and pitch; cached, so that it is stretched once. Any thread that may wait for the disk. */
    public Pcm clip(String clip, double speed) {
        return sounds.whole(clip, speed);
    }

    /** Of every line, by id. */
    public ObservableValue<Map<String, Staleness>> stalenessProperty() {
        return staleness;
    }

    public Staleness staleness(String line) {
        return state.get().staleness().getOrDefault(line, new Staleness.Fresh());
    }

    /** Which lines need rendering, and which are affected; follows {@link #stalenessProperty}. */
    public ObservableValue<RenderNeeds> needsProperty() {
        return needs;
    }

    public RenderNeeds needs() {
        return state.get().needs();
    }

    /** Accepts amber lines as they are. */
    public void accept(Collection<String> lines) {
        edit(TakeEdits.accept(lines, speech.defaults().delivery(), speech.defaults().model()));
    }

    /** Whether {@code project.json} is out of date; the journal never is. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** Whether the window is dark; views listen to this and not to the theme itself. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Whether a crash now would lose anything. */
    public ReadOnlyObjectProperty<Kept> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    public ObservableValue<Selection> selectionProperty() {
        return selection;
    }

    public Selection selection() {
        return state.get().selection();
    }

    /** The selected lines that still exist, in the script's order. */
    public List<Line> selectedLines() {
        var wanted = Set.copyOf(selection().lines());
        return document().lines().stream().filter(l -> wanted.contains(l.id())).toList();
    }

    /** The line with the cursor, else the only or first selected one. */
    public Optional<Line> focusedLine() {
        return selection().focus().flatMap(document()::line).or(() -> selectedLines().stream().findFirst());
    }

    public void select(Selection wanted) {
        project.select(wanted);
        state.set(state.get().with(wanted));
    }

    public void select(Collection<String> lines, Optional<String> focus) {
        select(new Selection(List.copyOf(lines), focus));
    }

    /** Changes the document: on screen at once, on disk when the future completes; errors become a notification. */
    public CompletableFuture<Void> edit(Edit edit) {
        return changing(() -> project.edit(edit));
    }

    /** Undoes the last step, and reports which. */
    public void undo() {
        step("session.undone", "session.undone.none", project.history().undoLabel(), project::undo);
    }

    /** Redoes the step that was undone last, and reports which. */
    public void redo() {
        step("session.redone", "session.redone.none", project.history().redoLabel(), project::redo);
    }

    private void step(String text, String none, Optional<String> label, Supplier<CompletableFuture<Void>> move) {
        changing(move);
        if (!project.isReadOnly()) services.notices().info(label.map(l -> Messages.of(text, l)).orElseGet(() -> Messages.of(none)));
    }

    /** See {@link Project#goTo}. */
    public void goTo(int undone) {
        changing(() -> project.goTo(undone));
    }

    /** The project was changed by something other than {@link #edit}: a take was added. */
    public void refresh() {
        var now = project.document();
        var judged = tracker.update(now, speech.defaults().delivery(), speech.defaults().model(), lost);
        state.set(state.get().after(now, project.history().selection(), judged));
        dirty.set(project.isDirty());
    }

    /** Writes {@code project.json}. */
    public CompletableFuture<Void> save() {
        return changing(project::save);
    }

    private CompletableFuture<Void> changing(Supplier<CompletableFuture<Void>> change) {
        if (!refusesChanges()) return after(change.get());
        refresh();
        return change.get();
    }

    /** Whether the project is read-only; then a notification says so and what to do. */
    public boolean refusesChanges() {
        if (!project.isReadOnly()) return false;
        var said = Messages.of("session.readOnly", project.folder().root().getFileName());
        services.notices().warn(READ_ONLY, said, new Notices.Remedy(Messages.of("session.saveCopy"), () -> services.commands().run("file.saveAs")));
        return true;
    }

    /** Applies the result of restoring missing and damaged audio. */
    void repaired(SoundRepair.Outcome outcome) {
        lost = outcome.lost();
        after(project.exchange(outcome.clips()));
        waveforms.lookAgain();
        outcome.notice().ifPresent(services.notices()::info);
    }

    /** Files have been restored: checks whether missing audio is among them. */
    public void lookAgain() {
        var before = lost;
        FxThread.work(() -> before.stream().filter(clip -> !project.clipStore().isWhole(clip)).collect(Collectors.toSet()), still -> {
            lost = still;
            waveforms.lookAgain();
            refresh();
        }, services.notices()::trouble);
    }

    private CompletableFuture<Void> after(CompletableFuture<Void> written) {
        refresh();
        writing++;
        if (!written.isDone()) kept.set(Kept.WRITING);
        written.whenCompleteAsync((v, refused) -> {
            if (refused == null) services.notices().settled(SAVING);
            else services.notices().trouble(SAVING, refused, new Notices.Remedy(Messages.of("session.tryAgain"), this::save));
            written(refused != null);
        }, FxThread.executor());
        return written;
    }

    private void written(boolean refused) {
        writing--;
        dirty.set(project.isDirty());
        if (refused) kept.set(Kept.REFUSED);
        else if (writing == 0) kept.set(project.isReadOnly() ? Kept.READ_ONLY : Kept.KEPT);
    }

    /** Stops playback and rendering, then releases the folder; closing without saving loses nothing. */
    @Override
    public void close() {
        services.notices().settled(READ_ONLY);
        services.notices().settled(SAVING);
        player.close();
        speech.close();
        hearing.close();
        project.close();
    }
}
