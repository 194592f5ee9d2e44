package studio.parley.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.parley.io.Disk;
import studio.parley.problem.Problem;

/**
 * A graph's file before ONNX Runtime reads it, to check the weights it refers to. An untrusted file must not refer to a file outside its
 * folder (by an absolute path, dots or links), nor to more bytes than there are.
 */
public final class GraphFile {
    private static final int DEEPEST = 64;

    private final Path file;
    private final List<WeightRange> weights = new ArrayList<>();

    private GraphFile(Path file) {
        this.file = file;
    }

    /** Reads the names and locations of the weights, not the weights; throws {@link Problem} if one is not valid. */
    public static GraphFile read(Path file) {
        if (!Files.isRegularFile(file)) throw Problem.model(file, "is missing");
        var graph = new GraphFile(file);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ); var arena = Arena.ofConfined()) {
            if (channel.size() > Integer.MAX_VALUE) throw Problem.model(file, "is too large for a network");
            graph.model(new ProtobufReader(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer(), 0));
            graph.requireMemory();
            return graph;
        } catch (ProtobufReader.Malformed e) {
            throw Problem.model(file, "is damaged", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Throws {@link Problem} if a weight contains a value that is not a number. Reads every weight. */
    public void requireNumbers() {
        for (var weight : weights) {
            try {
                if (weight.hasNaN()) throw Problem.model(weight.file(), "contains weights that are not numbers");
            } catch (IOException e) {
                throw unreadable(weight.file(), e);
            }
        }
    }

    /** Weights may be referred to many times: a small file can request any amount of memory. */
    private void requireMemory() {
        double needed = weights.stream().mapToDouble(WeightRange::length).sum();
        if (needed <= NativeMemory.installed()) return;
        throw Problem.model(String.format(Locale.ROOT, "%s needs %.0f GB of memory for its weights, and this machine has %.0f GB. Use a "
                + "smaller model, or convert it with --precision int4.", file, needed / 1e9, NativeMemory.installed() / 1e9));
    }

    private static Problem unreadable(Path file, IOException e) {
        return Problem.disk(file + " could not be read. Check that it exists and its permissions.", e);
    }

    private void model(ProtobufReader model) {
        while (model.next()) {
            switch (model.field()) {
                case 7 -> graph(model.message(), 0);
                case 25 -> function(model.message());
                default -> { }
            }
        }
    }

    private void function(ProtobufReader function) {
        while (function.next()) if (function.field() == 7) node(function.message(), 0);
    }

    private void graph(ProtobufReader graph, int depth) {
        if (depth > DEEPEST) throw new ProtobufReader.Malformed();
        while (graph.next()) {
            switch (graph.field()) {
                case 1 -> node(graph.message(), depth);
                case 5 -> tensor(graph.message());
                case 15 -> sparse(graph.message());
                default -> { }
            }
        }
    }

    private void node(ProtobufReader node, int depth) {
        while (node.next()) if (node.field() == 5) attribute(node.message(), depth);
    }

    private void attribute(ProtobufReader attribute, int depth) {
        while (attribute.next()) {
            switch (attribute.field()) {
                case 5, 10 -> tensor(attribute.message());
                case 6, 11 -> graph(attribute.message(), depth + 1);
                case 22, 23 -> sparse(attribute.message());
                default -> { }
            }
        }
    }

    private void sparse(ProtobufReader tensor) {
        while (tensor.next()) if (tensor.field() == 1 || tensor.field() == 2) tensor(tensor.message());
    }

    private void tensor(ProtobufReader tensor) {
        int type = 0;
        var name = "";
        var outside = new External();
        while (tensor.next()) {
            switch (tensor.field()) {
                case 2 -> type = (int) tensor.number();
                case 8 -> name = tensor.text();
                case 9 -> weights.add(new WeightRange(name, type, file, tensor.position(), tensor.length()));
                case 13 -> outside.entry(tensor.message());
                default -> { }
            }
        }
        if (outside.location != null) weights.add(outside.range(name, type));
    }

    /** Weights in an external file. */
    private final class External {
        private @org.jspecify.annotations.Nullable String location;
        private long offset;
        private long length = -1;

        void entry(ProtobufReader entry) {
            var key = "";
            var value = "";
            while (entry.next()) {
                if (entry.field() == 1) key = entry.text();
                if (entry.field() == 2) value = entry.text();
            }
            switch (key) {
                case "location" -> location = value;
                case "offset" -> offset = count(value);
                case "length" -> length = count(value);
                default -> { }
            }
        }

        private static long count(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new ProtobufReader.Malformed();
            }
        }

        WeightRange range(String name, int type) {
            var weights = inFolder(file, String.valueOf(location));
            try {
                long size = Files.size(weights);
                long bytes = length < 0 ? size - offset : length;
                if (offset < 0 || bytes < 0 || offset > size - bytes) {
                    throw Problem.model(weights, "is shorter than " + file.getFileName() + " requires");
                }
                return new WeightRange(name, type, weights, offset, bytes);
            } catch (IOException e) {
                throw unreadable(weights, e);
            }
        }
    }

    /** The file of that name next to {@code file}; rejects paths that lead out of the folder. */
    private static Path inFolder(Path file, String name) {
        if (name.chars().anyMatch(c -> Character.isISOControl(c) || c == 0xfffd)) throw new ProtobufReader.Malformed();
        try {
            var folder = Disk.parent(file);
            var found = folder.resolve(name);
            if (!Files.exists(found)) throw Problem.model(found, "is missing");
            if (!Path.of(name).isAbsolute() && found.toRealPath().startsWith(folder.toRealPath()) && Files.isRegularFile(found)) return found;
        } catch (InvalidPathException | IOException e) {
            throw new ProtobufReader.Malformed();
        }
        throw Problem.model(file + " refers to weights outside its folder (" + name + "). Do not use this model, or convert its "
                + "checkpoint yourself with 'parley convert'.");
    }
}
