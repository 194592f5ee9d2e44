package studio.parley.convert.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.parley.convert.checkpoint.config.ConfigReader;
import studio.parley.problem.Problem;

/** Which shard contains which tensor: {@code {"weight_map": {"name": "file", …}}}. Shards must be next to the index. */
record ShardIndex(Path file, Map<String, Path> shards) {
    static ShardIndex read(Path file) {
        var index = parse(file);
        for (var shard : index.files()) {
            if (!Files.isRegularFile(shard)) {
                throw Problem.model(shard + " is missing, though " + file.getFileName() + " lists it. Download it into the same folder.");
            }
        }
        return index;
    }

    /** The names of all shards, whether they are there or not. */
    static List<String> names(Path file) {
        return parse(file).files().stream().map(f -> f.getFileName().toString()).toList();
    }

    private static ShardIndex parse(Path file) {
        var map = ConfigReader.of(file).child("weight_map").orElseThrow(() -> Problem.model(file + " has no weight_map. Download it again."));
        Map<String, Path> shards = new LinkedHashMap<>();
        for (var name : map.object().keySet()) shards.put(name, shard(file, map.text(name).orElse("")));
        if (shards.isEmpty()) throw Problem.model(file + " lists no tensors. Download it again.");
        return new ShardIndex(file, Map.copyOf(shards));
    }

    private static Path shard(Path index, String name) {
        if (!name.matches("[A-Za-z0-9._-]+\\.safetensors")) {
            throw Problem.model(index + " lists \"" + name + "\", which is not a .safetensors file next to it. Download the index again.");
        }
        return index.resolveSibling(name);
    }

    List<Path> files() {
        return shards.values().stream().distinct().sorted().toList();
    }
}
