package studio.parley.convert.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.parley.convert.checkpoint.config.ConfigReader;
import studio.parley.convert.safetensors.ForeignFormat;
import studio.parley.problem.Problem;

/**
 * Finds the weights and the config of a user's path: a folder as published, or one {@code .safetensors} file.
 *
 * @param folder of config, tokenizer and licence
 * @param weights all files to read
 * @param index the index that lists them, if there is one
 */
record CheckpointFiles(Path folder, List<Path> weights, Optional<ShardIndex> index, Optional<Path> config) {
    private static final List<String> INDEXES = List.of("model.safetensors.index.json", "transformers.safetensors.index.json");
    private static final String SINGLE = "model.safetensors";

    static CheckpointFiles find(Path path) {
        if (Files.isDirectory(path)) return inFolder(path);
        if (!Files.exists(path)) throw Problem.model(path + " does not exist. Choose the folder or .safetensors file of a CSM checkpoint.");
        var name = path.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        if (isPickle(path)) throw ForeignFormat.pickle(path);
        var folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
        if (name.endsWith(".index.json")) return indexed(folder, path);
        if (name.endsWith(".json")) throw Problem.model(path + " contains no weights. Choose its folder or a .safetensors file.");
        return new CheckpointFiles(folder, List.of(path), Optional.empty(), config(folder));
    }

    private static CheckpointFiles inFolder(Path folder) {
        var names = names(folder);
        if (names.contains("model.json") && names.contains("backbone.onnx")) {
            throw Problem.model(folder + " is already a converted model. Use it with --model, or convert the original checkpoint.");
        }
        var asked = config(folder).flatMap(c -> ConfigReader.of(c).text("transformers_weights"));
        var chosen = choose(names, asked);
        if (chosen.isEmpty()) throw nothing(folder, names);
        var file = folder.resolve(chosen.get());
        return chosen.get().endsWith(".json") ? indexed(folder, file) : new CheckpointFiles(folder, List.of(file), Optional.empty(), config(folder));
    }

    /** Of all names in a folder, the file of the weights or the index that lists them; {@code asked} is the one that the config names. */
    static Optional<String> choose(Set<String> names, Optional<String> asked) {
        var usual = Stream.concat(INDEXES.stream(), Stream.of(SINGLE));
        return Stream.concat(asked.stream(), usual).filter(names::contains).findFirst().or(() -> only(names));
    }

    /** Whether a folder contains weights that an adapter could be merged into. */
    static boolean isBase(Path folder) {
        if (!Files.isDirectory(folder)) return false;
        var names = names(folder);
        return names.stream().anyMatch(n -> INDEXES.contains(n) || n.equals(SINGLE)) || only(names).isPresent();
    }

    private static CheckpointFiles indexed(Path folder, Path file) {
        var index = ShardIndex.read(file);
        return new CheckpointFiles(folder, index.files(), Optional.of(index), config(folder));
    }

    private static Problem nothing(Path folder, Set<String> names) {
        var pickle = names.stream().map(folder::resolve).filter(CheckpointFiles::isPickle).findFirst();
        if (pickle.isPresent()) return ForeignFormat.pickle(pickle.get());
        var many = names.stream().filter(n -> n.endsWith(".safetensors")).count();
        if (many > 1) return Problem.model(folder + " contains " + many + " .safetensors files and no index. Choose the file to convert.");
        return Problem.model(folder + " contains no .safetensors file. Choose the folder of a downloaded CSM checkpoint.");
    }

    private static Optional<String> only(Set<String> names) {
        var found = names.stream().filter(n -> n.endsWith(".safetensors") && !n.startsWith("adapter_")).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isPickle(Path file) {
        var name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        return Stream.of(".pt", ".bin", ".ckpt", ".pth", ".pkl").anyMatch(name::endsWith);
    }

    static Optional<Path> config(Path folder) {
        return Optional.of(folder.resolve("config.json")).filter(Files::isRegularFile);
    }

    private static Set<String> names(Path folder) {
        try (var list = Files.list(folder)) {
            return new TreeSet<>(list.map(f -> f.getFileName().toString()).toList());
        } catch (IOException e) {
            throw Problem.disk("Could not read the folder " + folder + ". Check its permissions.", e);
        }
    }
}
