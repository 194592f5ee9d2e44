package studio.parley.ui.voices;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.parley.audio.Pcm;
import studio.parley.dialogue.Speaker;
import studio.parley.problem.Cancellation;
import studio.parley.studio.document.ReferenceNote;
import studio.parley.studio.project.AddedReference;
import studio.parley.studio.project.ProjectReferences;
import studio.parley.studio.project.VoiceTrial;
import studio.parley.studio.voices.Incoming;
import studio.parley.studio.voices.ReferenceIntake;
import studio.parley.studio.voices.SharedVoices;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Texts;
import studio.parley.voice.Step;
import studio.parley.voice.VoiceClip;

/** What the cards ask for: files, recordings and library clips come in, are mended, played and tried. JavaFX thread only; work is done on others. */
final class ClipWork {
    /** Told of a clip that has come; {@code fresh} ones may need consent and words. */
    interface ClipListener {
        void came(int speaker, String path, boolean fresh);
    }

    private final Desk desk;
    private final Microphone microphone;
    private final ReferenceSounds sounds;
    private final ReferenceIntake intake;
    private final SharedVoices shared;
    private final SaidWhere said = new SaidWhere();
    private final ProjectReferences references;
    private ClipListener listener = (speaker, path, fresh) -> { };

    ClipWork(Desk desk, Microphone microphone) {
        this.desk = desk;
        this.microphone = microphone;
        sounds = new ReferenceSounds(desk.project().folder());
        intake = new ReferenceIntake(desk.project().folder());
        references = new ProjectReferences(desk.project(), FxThread.executor());
        shared = SharedVoices.of(desk.tools().places());
    }

    void onClip(ClipListener told) {
        listener = told;
    }

    ReferenceSounds sounds() {
        return sounds;
    }

    SaidWhere said() {
        return said;
    }

    Microphone microphone() {
        return microphone;
    }

    SharedVoices shared() {
        return shared;
    }

    Desk desk() {
        return desk;
    }

    /** Files become clips of a speaker; those that cannot be used are said, the others come all the same. */
    void add(int speaker, List<Path> files) {
        work(() -> read(files), made -> put(speaker, made.stream().map(Incoming.Named::clip).toList(), true));
    }

    /** Every file becomes the voice of the speaker it is named after: one there is, else a new one. */
    void addVoices(List<Path> files) {
        cast(files, List.of());
    }

    /** Every file becomes the voice of a new speaker. */
    void addSpeakers(List<Path> files) {
        cast(files, desk.document().conversation().speakers());
    }

    private void cast(List<Path> files, List<Speaker> others) {
        work(() -> read(files), made -> {
            if (made.isEmpty()) return;
            var voices = made.stream().map(m -> new Incoming.Named(Voices.name(Path.of(m.name()), others), m.clip())).toList();
            coming(voices.stream().map(Incoming.Named::clip).toList());
            desk.edit(Incoming.asSpeakers(voices));
            tellCut(voices.stream().map(Incoming.Named::clip).toList());
            for (var voice : voices) Incoming.named(desk.document(), voice.name())
                    .ifPresent(s -> listener.came(s.number(), voice.clip().reference().path(), true));
        });
    }

    /** On a worker: what can be used; the trouble with the rest becomes notices. */
    private List<Incoming.Named> read(List<Path> files) {
        var out = new ArrayList<Incoming.Named>();
        for (var file : files) {
            try {
                out.add(new Incoming.Named(file.getFileName().toString(), intake.file(file)));
            } catch (studio.parley.problem.Problem p) {
                desk.tools().notices().trouble(p);
            }
        }
        return out;
    }

    private void put(int speaker, List<Incoming> clips, boolean fresh) {
        boolean there = desk.document().conversation().speakers().stream().anyMatch(s -> s.number() == speaker);
        if (clips.isEmpty() || !there) return;
        coming(clips);
        desk.edit(Incoming.into(speaker, clips));
        tellCut(clips);
        listener.came(speaker, clips.getFirst().reference().path(), fresh);
    }

    private void coming(List<Incoming> clips) {
        clips.forEach(c -> said.whole(c.reference().path(), c.note().transcript()));
    }

    private void tellCut(List<Incoming> clips) {
        long cut = clips.stream().filter(c -> c.note().trimStartMillis() + c.note().trimEndMillis() > 0).count();
        if (cut > 0) desk.tools().notices().info(Texts.of("voices.cut", cut));
    }

    void choose(int speaker, Window owner) {
        var files = chooser().showOpenMultipleDialog(owner);
        if (files != null) add(speaker, files.stream().map(File::toPath).toList());
    }

    void choose(Window owner) {
        var files = chooser().showOpenMultipleDialog(owner);
        if (files != null) addVoices(files.stream().map(File::toPath).toList());
    }

    /** Asks for the file of a clip that is not where it should be. */
    void find(int speaker, String path, Window owner) {
        var file = chooser().showOpenDialog(owner);
        if (file != null) relink(speaker, path, file.toPath());
    }

    void relink(int speaker, String path, Path file) {
        sounds.forget(path);
        landed(references.relink(speaker, path, file));
    }

    void repair(int speaker, String path, Step step) {
        landed(references.repair(speaker, path, List.of(new Step.Mono(), step)));
    }

    private void landed(CompletableFuture<AddedReference> future) {
        desk.tools().notices().watch(future).thenAccept(added -> {
            desk.refresh();
            listener.came(added.speaker(), added.path(), false);
        });
    }

    /** A finished recording becomes a clip. */
    void recorded(int speaker, Pcm sound, String transcript) {
        var name = desk.document().conversation().speaker(speaker).name();
        work(() -> intake.recording(sound, name, new ReferenceNote("", "", transcript, 0, 0)), made -> put(speaker, List.of(made), true));
    }

    void toLibrary(int speaker, String path) {
        var name = desk.document().conversation().speaker(speaker).name();
        var note = desk.document().track(speaker).reference(path);
        work(() -> shared.add(desk.project().folder(), name, path, note), clip -> desk.tools().notices().info(Texts.of("voices.library.added", name)));
    }

    void fromLibrary(int speaker, VoiceClip clip) {
        work(() -> shared.take(clip, desk.project().folder()), made -> put(speaker, List.of(made), made.note().consent().isBlank()));
    }

    /** Plays what is used of a clip. */
    void play(int speaker, String path) {
        var note = desk.document().track(speaker).reference(path);
        if (sounds.of(path) instanceof ReferenceSounds.State.Ready ready) desk.player().audition(ReferenceIntake.trimmed(ready.sound(), note));
    }

    /** Speaks a sentence with a clip and plays it, unless that is cancelled. */
    void trial(int speaker, String path, String sentence, BooleanSupplier cancelled, Consumer<Optional<Pcm>> done) {
        var model = desk.speech().model();
        if (model.isEmpty()) {
            desk.tools().notices().warn(Texts.of("voices.test.nomodel"));
            done.accept(Optional.empty());
            return;
        }
        var document = desk.document();
        FxThread.work(() -> Cancellation.unless(cancelled, () -> VoiceTrial.speak(model.get(), desk.tools().places(), document,
                desk.project().folder(), speaker, path, sentence)), sound -> {
            done.accept(Optional.of(sound));
            desk.player().audition(sound);
        }, thrown -> {
            desk.tools().notices().trouble(thrown);
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
        FxThread.write(task, done, desk.tools().notices()::trouble);
    }

    private static FileChooser chooser() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("voices.choose"));
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(Texts.of("voices.choose.sounds"), "*.wav", "*.mp3", "*.flac", "*.ogg", "*.oga", "*.opus"),
                new FileChooser.ExtensionFilter(Texts.of("voices.choose.all"), "*"));
        return chooser;
    }
}
