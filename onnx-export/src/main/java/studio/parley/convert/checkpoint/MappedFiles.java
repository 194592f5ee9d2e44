package studio.parley.convert.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.checkpoint.layout.WeightTensor;
import studio.parley.convert.safetensors.CTranslate2File;
import studio.parley.convert.safetensors.SafetensorsFile;
import studio.parley.convert.safetensors.TensorFile;
import studio.parley.problem.Problem;

/** The mapped weight files of a checkpoint, opened together and closed together. */
public final class MappedFiles implements AutoCloseable {
    private final List<TensorFile> open = new ArrayList<>();

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
        return all(SafetensorsFile.open(file));
    }

    /** Opens the weights of a checkpoint folder as published. */
    public TensorSet folder(Path folder) {
        return open(CheckpointFiles.find(folder), folder);
    }

    /** Opens CTranslate2's file of a network of this class. */
    public TensorSet cTranslate2(Path file, String network) {
        return all(CTranslate2File.open(file, network));
    }

    /** The files opened so far. */
    public List<Path> files() {
        return open.stream().map(TensorFile::path).toList();
    }

    private TensorSet all(TensorFile file) {
        open.add(file);
        Map<String, WeightTensor> found = new LinkedHashMap<>();
        file.tensors().forEach((name, entry) -> found.put(name, new MappedTensor(file, entry)));
        return new TensorSet(file.path(), found);
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
        open.forEach(TensorFile::close);
        open.clear();
    }
}
