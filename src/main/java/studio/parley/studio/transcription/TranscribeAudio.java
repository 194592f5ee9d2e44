package studio.parley.studio.transcription;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.Disk;
import studio.parley.modelfolder.ModelCheck;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RuntimeOptions;
import studio.parley.problem.Problem;
import studio.parley.recognition.HeardWindow;
import studio.parley.recognition.Transcriber;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.recognition.WhisperInfo;
import studio.parley.recognition.WhisperModel;
import studio.parley.studio.settings.AppDirectories;

/** An open recogniser: what is said in audio, and when. One thread; on the processor. */
public final class TranscribeAudio implements AutoCloseable {
    private final WhisperModel model;
    private final Transcriber transcriber;
    private final List<String> notices;

    private TranscribeAudio(WhisperModel model, List<String> notices) {
        this.model = model;
        this.transcriber = new Transcriber(model);
        this.notices = notices;
    }

    /**
     * Opens a folder whose files are unchanged; the first time they are all read to verify that.
     *
     * @param threads 0 for all cores
     */
    public static TranscribeAudio open(Path folder, int threads, AppDirectories directories) {
        var unhashed = check(folder, WhisperInfo.read(folder), directories);
        var model = WhisperModel.open(folder, OrtRuntime.open(RuntimeOptions.of(DevicePreference.CPU).withThreads(threads)));
        try {
            return new TranscribeAudio(model, unhashed.stream().toList());
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    private static Optional<String> check(Path folder, WhisperInfo info, AppDirectories directories) {
        return new ModelCheck(folder, info.files(), List.of(info.encoder(), info.decoder()), directories.checkedModels(), share -> { }).run();
    }

    /**
     * What a folder holds, for people.
     *
     * @throws Problem if a file is missing or has changed
     */
    public static String describe(Path folder, AppDirectories directories) {
        var info = WhisperInfo.read(folder);
        check(folder, info, directories);
        return String.format(Locale.ROOT, "%s (%s), %.0f MB, in %s", info.name(), info.precision(), info.bytes() / 1e6, folder);
    }

    /** Notices for people, about the folder. */
    public List<String> notices() {
        return notices;
    }

    /**
     * What is said in a file of any format that Parley reads.
     *
     * @param damage receives sentences about damage of the file
     * @param progress receives the fraction that is done, 0 to 1
     */
    public Transcript run(TranscriptionRequest request, Consumer<String> damage, DoubleConsumer progress) {
        var decoded = AudioFiles.decode(request.file());
        decoded.notices().forEach(damage);
        if (request.said().isPresent()) return aligned(decoded.pcm(), text(request.said().get()), request.language().orElse("en"));
        return audio(decoded.pcm(), new TranscriptionOptions(request.language(), request.carried(), request.hint()), progress);
    }

    /** The same as text in a format. */
    public String run(TranscriptionRequest request, TranscriptFormat format, Consumer<String> damage, DoubleConsumer progress) {
        return format.write(request.file(), run(request, damage, progress));
    }

    /** How it differs from a text file; {@link HeardWords#report}. */
    public String compared(TranscriptionRequest request, Path written, Consumer<String> damage, DoubleConsumer progress) {
        return HeardWords.of(text(written), run(request, damage, progress).text()).report();
    }

    Transcript aligned(Pcm audio, String text, String language) {
        var words = transcriber.align(audio, text, language);
        var segments = words.isEmpty() ? List.<Transcript.Segment>of() : List.of(new Transcript.Segment(words.getFirst().from(), words.getLast().to(), text, words, 0, 0));
        return new Transcript(language, audio.seconds(), segments);
    }

    private static String text(Path file) {
        return Disk.text(file).orElseThrow(() -> Problem.input("There is no text " + file + ". Check the path.")).strip();
    }

    public Transcript audio(Pcm audio, TranscriptionOptions options, DoubleConsumer progress) {
        return transcriber.transcribe(audio, options, progress);
    }

    /** What {@link #audio} heard last; {@link Transcriber#window}. */
    Optional<HeardWindow> window() {
        return transcriber.window();
    }

    @Override
    public void close() {
        transcriber.close();
        model.close();
    }
}
