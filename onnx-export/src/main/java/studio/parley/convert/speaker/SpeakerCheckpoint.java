package studio.parley.convert.speaker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.parley.convert.checkpoint.MappedFiles;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.problem.Problem;

/** An opened and checked checkpoint of Resemblyzer's speaker encoder: its tensors as safetensors, in a folder or as one file. */
public record SpeakerCheckpoint(Path folder, SpeakerSizes sizes, TensorSet weights, MappedFiles open) implements AutoCloseable {
    private static final List<String> TENSORS = List.of("lstm.weight_ih_l0", "lstm.weight_hh_l0", "linear.weight");
    /** The other layouts have one. */
    private static final String CONFIG = "config.json";

    /** Whether a path holds one, whatever its state. */
    public static boolean is(Path path) {
        if (Files.exists(path.resolve(CONFIG)) || !Files.exists(path)) return false;
        try (var open = new MappedFiles()) {
            var weights = open.folder(path);
            return TENSORS.stream().allMatch(weights::has);
        } catch (Problem another) {
            return false;
        }
    }

    /** @throws Problem that names the file or tensor, and what to do */
    public static SpeakerCheckpoint open(Path path) {
        var open = new MappedFiles();
        try {
            var weights = open.folder(path);
            var folder = Files.isDirectory(path) ? path : Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
            return new SpeakerCheckpoint(folder, SpeakerSizes.of(weights), weights, open);
        } catch (RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    @Override
    public void close() {
        open.close();
    }
}
