package studio.parley.convert.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.checkpoint.layout.WeightTensor;
import studio.parley.convert.safetensors.SafetensorsFile;
import studio.parley.problem.Problem;

/** The mapped weight files of a checkpoint, opened together and closed together. */
final class MappedFiles implements AutoCloseable {
    private final List<SafetensorsFile> open = new ArrayList<>();

    /** Opens the files in {@code files}. With an index, tensors come from the listed shards and others are ignored. */
    TensorSet open(CheckpointFiles files, Path path) {
        Map<String, WeightTensor> found = new LinkedHashMap<>();
        for (var file : files.weights()) {
            var shard = SafetensorsFile.open(file);
            open.add(shard);
            shard.tensors().forEach((name, entry) -> {
                var listed = files.index().map(i -> file.equals(i.shards().get(name))).orElse(true);
                if (listed) found.put(name, new MappedTensor(shard, entry));
            });
        }
        files.index().ifPresent(i -> requireAll(i, found));
        return new TensorSet(path, found);
    }

    /** Opens one file. */
    TensorSet single(Path file) {
        var opened = SafetensorsFile.open(file);
        open.add(opened);
        Map<String, WeightTensor> found = new LinkedHashMap<>();
        opened.tensors().forEach((name, entry) -> found.put(name, new MappedTensor(opened, entry)));
        return new TensorSet(file, found);
    }

    private static void requireAll(ShardIndex index, Map<String, WeightTensor> found) {
        index.shards().forEach((name, shard) -> {
            if (!found.containsKey(name)) {
                throw Problem.model(shard + " is missing tensor " + name + ", which "
                        + index.file().getFileName() + " lists. Download both again.");
            }
        });
    }

    @Override
    public void close() {
        open.forEach(SafetensorsFile::close);
        open.clear();
    }
}
