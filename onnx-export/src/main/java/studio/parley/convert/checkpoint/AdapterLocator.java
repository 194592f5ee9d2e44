package studio.parley.convert.checkpoint;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.checkpoint.config.AdapterConfig;
import studio.parley.convert.checkpoint.layout.TensorRenamer;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.problem.Problem;

/**
 * Finds the base model and the LoRA adapter of a user's paths: a base and an adapter, a folder that contains both, or an adapter whose base
 * is next to it.
 */
record AdapterLocator(Path base, Optional<Path> adapter) {
    private static final Pattern NAME =
            Pattern.compile("base_model\\.model\\..*|.*\\.lora_.*|.*\\.base_layer\\..*|.*\\.modules_to_save\\..*");

    static AdapterLocator of(Path path, @Nullable Path lora) {
        if (lora != null) return new AdapterLocator(path, Optional.of(folder(lora)));
        var folder = folder(path);
        if (!Files.isDirectory(folder) || !LoraAdapter.isIn(folder) || !(Files.isDirectory(path) || isAdapter(path))) {
            return new AdapterLocator(path, Optional.empty());
        }
        return new AdapterLocator(base(folder), Optional.of(folder));
    }

    private static boolean isAdapter(Path file) {
        return String.valueOf(file.getFileName()).startsWith("adapter_");
    }

    /** A file of the adapter stands for its folder. */
    private static Path folder(Path path) {
        return Files.isDirectory(path) ? path : Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    }

    private static Path base(Path adapter) {
        var config = adapter.resolve(AdapterConfig.NAME);
        var named = Files.isRegularFile(config) ? AdapterConfig.read(config).base() : Optional.<String>empty();
        return candidates(adapter, named.orElse("")).stream().filter(CheckpointFiles::isBase).findFirst()
                .orElseThrow(() -> Problem.model(adapter + " is a LoRA adapter" + named.map(n -> " of " + TensorRenamer.shown(n)).orElse("")
                        + ", whose base model is not next to it. Use both: parley convert BASE --lora " + adapter + "."));
    }

    private static List<Path> candidates(Path adapter, String base) {
        var found = new ArrayList<>(List.of(adapter));
        var parent = adapter.toAbsolutePath().normalize().getParent();
        try {
            var named = Path.of(base);
            if (parent != null && named.getFileName() != null && !base.isBlank()) {
                found.add(parent.resolve(named));
                found.add(parent.resolve(named.getFileName()));
            }
        } catch (InvalidPathException noPath) {
            return found;
        }
        return found;
    }

    /** A checkpoint saved with an attached adapter has neither the base's names nor a separate adapter. */
    static void refuseIn(TensorSet tensors) {
        if (tensors.names().stream().noneMatch(n -> NAME.matcher(n).matches())) return;
        throw Problem.model(tensors.path() + " contains LoRA weights. Save the adapter separately (PEFT's "
                + "save_pretrained) and use it with --lora, or merge it (merge_and_unload) before saving.");
    }
}
