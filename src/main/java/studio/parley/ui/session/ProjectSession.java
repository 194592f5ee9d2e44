package studio.parley.ui.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
import studio.parley.studio.project.SoundRepair;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;

/**
 * An open project in the window: every view reads it through these properties and changes it through {@link #edit}. One
 * session per open project; views are made anew with another. JavaFX thread only.
 */
public final class ProjectSession implements AutoCloseable {
    /**
     * The timeline's clock: frames a second of {@link #arrangement}, of playing and of drawing; CSM's own rate, at which exports are
     * mixed, too, before they are resampled.
     */
    public static final int RATE = 24000;

    /** The cause of notices about a disk that takes nothing. */
    private static final String SAVING = "saving";

    /** Where the newest change is: on the disk, on its way there, or only in memory because the disk refused; or that there can be no change. */
    public enum Kept { KEPT, WRITING, REFUSED, READ_ONLY }

    private final Project project;
    private final AppServices services;
    /** All of it changes at once: who is told of one part finds the others as new. */
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
    /** Clips that can neither be heard nor made again. */
    private Set<String> lost = Set.of();
    private int writing;
    // Bound, which is a weak tie: views of a closed project must not hang on the application's look.
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ClipCache sounds;
    private final StalenessTracker tracker = new StalenessTracker();
    private final PeaksCache waveforms;
    private final PlaybackController player;
    private final RenderController speech;

    public ProjectSession(Project project, AppServices services) {
        this.project = project;
        this.services = services;
        kept = new ReadOnlyObjectWrapper<>(project.isReadOnly() ? Kept.READ_ONLY : Kept.KEPT);
        dark.bind(services.theme().darkProperty());
        state = new SimpleObjectProperty<>(SessionState.of(project.document(), project.history().selection()));
        document = state.map(SessionState::document);
        selection = state.map(SessionState::selection);
        arrangement = state.map(SessionState::arrangement);
        sound = state.map(SessionState::sound);
        staleness = state.map(SessionState::staleness);
        needs = state.map(SessionState::needs);
        sounds = ClipCache.of(project.clipStore());
        waveforms = new PeaksCache(project.clipStore(), sounds, services.notices());
        player = new PlaybackController(this);
        speech = new RenderController(this);
        speech.defaultsProperty().subscribe(now -> refresh());
        sound.subscribe(now -> player.refresh());
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

    public PlaybackController player() {
        return player;
    }

    public RenderController speech() {
        return speech;
    }

    public Document document() {
        return state.get().document();
    }

    public ObservableValue<Document> documentProperty() {
        return document;
    }

    /** Where every sounding take lies, at {@link #RATE}; follows the document. */
    public Arrangement arrangement() {
        return state.get().arrangement();
    }

    public ObservableValue<Arrangement> arrangementProperty() {
        return arrangement;
    }

    /** The arrangement since what is heard last became another: words that are typed leave it as it is. */
    public Arrangement sound() {
        return state.get().sound();
    }

    public ObservableValue<Arrangement> soundProperty() {
        return sound;
    }

    /** How long the conversation will be, at {@link #RATE}, and where lines that are still to be rendered will lie. */
    public ExpectedTimeline expected() {
        var now = state.get();
        var of = expectedOf;
        // Words change what is expected only where something is.
        boolean holds = of != null && (of.document() == now.document() || expected.isKnown() && of.sound() == now.sound());
        if (!holds) expected = ExpectedTimeline.of(now.document(), now.arrangement());
        expectedOf = now;
        return expected;
    }

    /** The sound of everything as it is now: what is played, drawn and exported is this. */
    public MixRenderer rendering() {
        return rendering(arrangement());
    }

    /** The sound of a part of it. */
    public MixRenderer rendering(Arrangement part) {
        return new MixRenderer(part, sounds);
    }

    /** A whole clip at a speed, at its own rate and pitch; kept, so that it is stretched once. Any thread, which may wait for the disk. */
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

    /** What rendering would speak and what it would leave; follows {@link #stalenessProperty}. */
    public ObservableValue<RenderNeeds> needsProperty() {
        return needs;
    }

    public RenderNeeds needs() {
        return state.get().needs();
    }

    /** Takes amber lines as they are. */
    public void accept(Collection<String> lines) {
        edit(TakeEdits.accept(lines, speech.defaults().delivery(), speech.defaults().model()));
    }

    /** Whether {@code project.json} is behind; the journal never is. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** Whether the window is dark; views listen to this and not to the look itself. */
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

    /** The lines that are selected and still there, in the script's order. */
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

    /** Changes the document: on the screen at once, on the disk when the future completes; trouble becomes a notice. */
    public CompletableFuture<Void> edit(Edit edit) {
        return changing(() -> project.edit(edit));
    }

    /** Undoes the last step, and says which. */
    public void undo() {
        step("session.undone", "session.undone.none", project.history().undoLabel(), project::undo);
    }

    /** Does again what was undone last, and says what. */
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

    /** Something outside {@link #edit} changed the project: a take arrived. */
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

    /** Whether the project is read-only; then that is said, with what to do. */
    public boolean refusesChanges() {
        if (!project.isReadOnly()) return false;
        var said = Messages.of("session.readOnly", project.folder().root().getFileName());
        services.notices().warn(said, new Notices.Remedy(Messages.of("session.saveCopy"), () -> services.commands().run("file.saveAs")));
        return true;
    }

    /** Takes in what became of missing and damaged sounds. */
    void repaired(SoundRepair.Outcome outcome) {
        lost = outcome.lost();
        after(project.exchange(outcome.clips()));
        waveforms.lookAgain();
        outcome.notice().ifPresent(services.notices()::info);
    }

    /** Files have come back: looks whether lost sounds are among them. */
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

    /** Stops sound and speech, then lets the folder go; nothing is lost by closing without saving. */
    @Override
    public void close() {
        player.close();
        speech.close();
        project.close();
    }
}
