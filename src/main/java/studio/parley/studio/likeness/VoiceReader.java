package studio.parley.studio.likeness;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.Disk;
import studio.parley.io.Sha256;
import studio.parley.modelfolder.ModelCheck;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RuntimeOptions;
import studio.parley.speaker.SpeakerContract;
import studio.parley.speaker.SpeakerEncoder;
import studio.parley.speaker.SpeakerInfo;
import studio.parley.studio.settings.AppDirectories;

/**
 * Finds the voice in audio with the speaker encoder that comes with Parley. It is opened for the first audio and stays open until {@link #close}. Any
 * thread, one at a time.
 */
public final class VoiceReader implements AutoCloseable {
    private static final String BUNDLED = "speaker";

    private final Path folder;
    private final int threads;
    private final AppDirectories directories;
    private final String fingerprint;
    private @Nullable SpeakerEncoder open;

    private VoiceReader(Path folder, int threads, AppDirectories directories) {
        this.folder = folder;
        this.threads = threads;
        this.directories = directories;
        this.fingerprint = Sha256.hex(Disk.text(folder.resolve(SpeakerContract.MODEL_JSON)).orElse("").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Empty if this installation has no speaker encoder.
     *
     * @param threads 0 for all cores
     */
    public static Optional<VoiceReader> of(AppDirectories directories, int threads) {
        return directories.program().map(p -> p.resolve("assets").resolve(BUNDLED)).filter(f -> Files.isRegularFile(f.resolve(SpeakerContract.MODEL_JSON)))
                .map(f -> new VoiceReader(f, threads, directories));
    }

    /**
     * What this installation's encoder is, for people; empty if there is none.
     *
     * @throws studio.parley.problem.Problem if a file is missing or has changed
     */
    public static Optional<String> describe(AppDirectories directories) {
        return of(directories, 0).map(reader -> {
            var info = reader.checked();
            return String.format(Locale.ROOT, "%s (%s), %.0f MB, in %s", info.name(), info.precision(), info.bytes() / 1e6, reader.folder);
        });
    }

    /** Voices that two encoders found cannot be compared. */
    public String fingerprint() {
        return fingerprint;
    }

    public synchronized ClipVoice voice(Pcm audio) {
        return new ClipVoice(opened().voice(audio));
    }

    /** Opens the encoder now. */
    synchronized void prepare() {
        opened();
    }

    private SpeakerEncoder opened() {
        var now = open;
        if (now == null) open = now = open();
        return now;
    }

    private SpeakerInfo checked() {
        var info = SpeakerInfo.read(folder);
        new ModelCheck(folder, info.files(), List.of(info.encoder()), directories.checkedModels(), share -> { }).run();
        return info;
    }

    private SpeakerEncoder open() {
        checked();
        return SpeakerEncoder.open(folder, OrtRuntime.open(RuntimeOptions.of(DevicePreference.CPU).withThreads(threads)));
    }

    @Override
    public synchronized void close() {
        if (open != null) open.close();
        open = null;
    }
}
