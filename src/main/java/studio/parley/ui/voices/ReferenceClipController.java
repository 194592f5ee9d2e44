package studio.parley.ui.voices;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Speaker;
import studio.parley.problem.Cancellation;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.project.render.ReferencePreview;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.studio.voices.ImportedClip;
import studio.parley.studio.voices.VoiceLibraryService;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;
import studio.parley.voice.ClipFilter;
import studio.parley.voice.VoiceClip;

/**
 * The actions of the cards: files, recordings and library clips are imported, fixed, played and tested. JavaFX thread only; work is done on
 * others.
 */
final class ReferenceClipController {
    /** Called for a new clip; {@code fresh} ones may need consent and a transcript. */
    interface ClipListener {
        void came(int speaker, String path, boolean fresh);
    }

    private final ProjectSession session;
    private final RecorderFactory microphone;
    private final ReferenceSounds sounds;
    private final ClipImporter importer;
    private final VoiceLibraryService shared;
    private final TranscriptRange said = new TranscriptRange();
    private final ClipHearing hearing;
    private ClipListener listener = (speaker, path, fresh) -> { };

    ReferenceClipController(ProjectSession session, RecorderFactory microphone) {
        this.session = session;
        this.microphone = microphone;
        sounds = new ReferenceSounds(session.project().folder());
        hearing = new ClipHearing(session, sounds, said);
        importer = new ClipImporter(session.project().folder());
        shared = VoiceLibraryService.of(session.services().directories());
    }

    void onClip(ClipListener listener) {
        this.listener = listener;
    }

    ReferenceSounds sounds() {
        return sounds;
    }

    ClipHearing hearing() {
        return hearing;
    }

    TranscriptRange said() {
        return said;
    }

    RecorderFactory microphone() {
        return microphone;
    }

    VoiceLibraryService shared() {
        return shared;
    }

    ProjectSession session() {
        return session;
    }

    /** Imports files as clips of a speaker; those that cannot be used are reported, the others are imported all the same. */
    void add(int speaker, List<Path> files) {
        work(() -> read(files), made -> put(speaker, made.stream().map(ImportedClip.Named::clip).toList(), true));
    }

    /** Every file becomes the voice of the speaker it is named after: an existing one, else a new one. */
    void addVoices(List<Path> files) {
        cast(files, List.of());
    }

    /** Every file becomes the voice of a new speaker. */
    void addSpeakers(List<Path> files) {
        cast(files, session.document().conversation().speakers());
    }

    private void cast(List<Path> files, List<Speaker> others) {
        work(() -> read(files), made -> {
            if (made.isEmpty()) return;
            var voices = made.stream().map(m -> new ImportedClip.Named(Voices.name(Path.of(m.name()), others), m.clip())).toList();
            coming(voices.stream().map(ImportedClip.Named::clip).toList());
            session.edit(ImportedClip.asSpeakers(voices));
            tellCut(voices.stream().map(ImportedClip.Named::clip).toList());
            for (var voice : voices) ImportedClip.named(session.document(), voice.name()).ifPresent(s -> {
                listener.came(s.number(), voice.clip().reference().path(), true);
                hearing.came(s.number(), voice.clip().reference().path());
            });
        });
    }

    /** On a worker: the usable files; problems of the others become notifications. */
    private List<ImportedClip.Named> read(List<Path> files) {
        var out = new ArrayList<ImportedClip.Named>();
        for (var file : files) {
            try {
                out.add(new ImportedClip.Named(file.getFileName().toString(), importer.file(file)));
            } catch (studio.parley.problem.Problem p) {
                session.services().notices().trouble(p);
            }
        }
        return out;
    }

    private void put(int speaker, List<ImportedClip> clips, boolean fresh) {
        boolean there = session.document().conversation().speakers().stream().anyMatch(s -> s.number() == speaker);
        if (clips.isEmpty() || !there) return;
        coming(clips);
        session.edit(ImportedClip.into(speaker, clips));
        tellCut(clips);
        listener.came(speaker, clips.getFirst().reference().path(), fresh);
        clips.forEach(c -> hearing.came(speaker, c.reference().path()));
    }

    private void coming(List<ImportedClip> clips) {
        clips.forEach(c -> said.whole(c.reference().path(), c.note().transcript()));
    }

    private void tellCut(List<ImportedClip> clips) {
        long cut = clips.stream().filter(c -> c.note().isTrimmed()).count();
        if (cut > 0) session.services().notices().info(Messages.of("voices.cut", cut));
    }

    void choose(int speaker, Window owner) {
        var files = chooser().showOpenMultipleDialog(owner);
        if (files != null) add(speaker, files.stream().map(File::toPath).toList());
    }

    void choose(Window owner) {
        var files = chooser().showOpenMultipleDialog(owner);
        if (files != null) addVoices(files.stream().map(File::toPath).toList());
    }

    /** Asks for the file of a missing clip. */
    void find(int speaker, String path, Window owner) {
        var file = chooser().showOpenDialog(owner);
        if (file != null) relink(speaker, path, file.toPath());
    }

    void relink(int speaker, String path, Path file) {
        sounds.forget(path);
        var note = note(speaker, path);
        work(() -> importer.instead(note, file), made -> replace(speaker, path, made));
    }

    void repair(int speaker, String path, ClipFilter step) {
        var note = note(speaker, path);
        work(() -> importer.repaired(path, note, List.of(new ClipFilter.Mono(), step)), made -> replace(speaker, path, made));
    }

    private void replace(int speaker, String path, ImportedClip made) {
        session.edit(made.replacing(speaker, path));
        listener.came(speaker, made.reference().path(), false);
    }

    private ReferenceMetadata note(int speaker, String path) {
        return session.document().track(speaker).reference(path);
    }

    /** A finished recording becomes a clip. */
    void recorded(int speaker, Pcm sound, String transcript) {
        var name = session.document().conversation().speaker(speaker).name();
        work(() -> importer.recording(sound, name, ReferenceMetadata.NONE.withTranscript(transcript)), made -> put(speaker, List.of(made), true));
    }

    void toLibrary(int speaker, String path) {
        var name = session.document().conversation().speaker(speaker).name();
        var note = note(speaker, path);
        work(() -> shared.add(session.project().folder(), name, path, note), clip -> session.services().notices().info(Messages.of("voices.library.added", name)));
    }

    void fromLibrary(int speaker, VoiceClip clip) {
        work(() -> shared.take(clip, session.project().folder()), made -> put(speaker, List.of(made), made.note().consent().isBlank()));
    }

    /** Plays the used part of a clip. */
    void play(int speaker, String path) {
        var note = note(speaker, path);
        if (sounds.of(path) instanceof ReferenceSounds.State.Ready ready) session.player().audition(ClipImporter.trimmed(ready.sound(), note));
    }

    /** Speaks a sentence with a clip and plays it, unless that is cancelled. */
    void trial(int speaker, String path, String sentence, BooleanSupplier cancelled, Consumer<Optional<Pcm>> done) {
        var model = session.speech().model();
        if (model.isEmpty()) {
            session.services().notices().warn(Messages.of("voices.test.nomodel"));
            done.accept(Optional.empty());
            return;
        }
        var document = session.document();
        var attempt = session.services().notices().attempt("trial");
        FxThread.work(() -> Cancellation.unless(cancelled, () -> ReferencePreview.speak(model.get(), session.services().directories(), document,
                session.project().folder(), speaker, path, sentence)), sound -> {
            attempt.succeeded();
            done.accept(Optional.of(sound));
            session.player().audition(sound);
        }, thrown -> {
            attempt.failed(thrown);
            done.accept(Optional.empty());
        });
    }

    Node recorder(int speaker, Runnable close) {
        return new RecordPanel(this, speaker, close);
    }

    Node library(int speaker, Runnable close) {
        return new LibraryPanel(this, speaker, close);
    }

    private <T> void work(Callable<T> task, Consumer<T> done) {
        session.services().notices().attempt("clip").write(task, done);
    }

    private static FileChooser chooser() {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.of("voices.choose"));
        chooser.getExtensionFilters().addAll(FileDialogs.filter(Messages.of("voices.choose.sounds"), FileDialogs.SOUNDS),
                FileDialogs.all());
        return chooser;
    }
}
