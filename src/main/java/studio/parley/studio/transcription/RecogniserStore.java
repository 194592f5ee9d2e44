package studio.parley.studio.transcription;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.parley.io.Disk;
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;
import studio.parley.recognition.RecogniserContract;
import studio.parley.studio.settings.AppDirectories;

/** Finds recognisers: the named one (a folder, or the name of one of the user's), else the bundled one. */
public record RecogniserStore(AppDirectories directories) {
    private static final String BUNDLED = "ears";

    /** The folder to use; if there is none, the Problem says how to get one. */
    public Path find(Optional<String> named) {
        return named.map(this::named).or(this::bundled).orElseThrow(() -> Problem.model("This installation has no recogniser. "
                + "Install Parley again, or create one from a Whisper checkpoint with 'parley convert CHECKPOINT' and name it with --model."));
    }

    /** The recogniser that comes with Parley. */
    public Optional<Path> bundled() {
        return directories.program().map(p -> p.resolve("assets").resolve(BUNDLED)).filter(RecogniserStore::exists);
    }

    /** Tells apart what different recognisers have heard: a hash of the description of a folder, which names all its files with theirs. */
    static String fingerprint(Path recogniser) {
        return Sha256.hex(Disk.text(recogniser.resolve(RecogniserContract.MODEL_JSON)).orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private Path named(String wanted) {
        var path = Disk.path(wanted);
        if (path.isPresent() && Files.isDirectory(path.get())) return path.get();
        var own = path.filter(p -> !p.isAbsolute()).map(directories.recognisers()::resolve).filter(RecogniserStore::exists);
        return own.orElseThrow(() -> Problem.model("There is no recogniser " + wanted + ". Create it from a Whisper checkpoint with 'parley convert CHECKPOINT -o "
                + wanted + "'."));
    }

    private static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(RecogniserContract.MODEL_JSON));
    }
}
