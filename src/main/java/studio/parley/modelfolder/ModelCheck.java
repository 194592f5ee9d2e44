package studio.parley.modelfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import studio.parley.io.Sha256;
import studio.parley.onnx.GraphFile;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;

/**
 * Checks that the files of a model folder are unchanged: every SHA-256 of model.json is computed once, and the result is remembered as long
 * as size and time of the file stay the same. The first time it blocks for as long as reading the folder takes.
 */
public final class ModelCheck {
    private static final String TOKENIZER = "tokenizer.json";

    private final Path folder;
    private final List<ListedFile> files;
    private final Set<String> networks;
    private final CheckedFiles checked;
    private final DoubleConsumer progress;
    private long read;

    /**
     * @param files those listed in model.json
     * @param networks the names of its graphs
     * @param memory a folder for the results
     * @param progress receives the fraction that is done, 0 to 1, while files are read
     */
    public ModelCheck(Path folder, List<ListedFile> files, Collection<String> networks, Path memory, DoubleConsumer progress) {
        this.folder = folder;
        this.files = files;
        this.networks = new TreeSet<>(networks);
        this.checked = CheckedFiles.read(memory, folder);
        this.progress = progress;
    }

    /**
     * Returns what a person should know: that damage to some files cannot be detected because the folder has no hashes of them.
     *
     * @throws Problem if a file is missing, damaged, or outside the folder
     * @throws java.util.concurrent.CancellationException if the work of this thread is cancelled
     */
    public Optional<String> run() {
        var fresh = files.stream().filter(f -> !isKnown(f)).toList();
        long total = fresh.stream().mapToLong(ListedFile::bytes).sum();
        for (var file : fresh) check(file, total);
        for (var network : networks) if (fresh.stream().anyMatch(f -> !f.sha256().isEmpty())) GraphFile.read(inside(network)).requireNumbers();
        if (!fresh.isEmpty()) checked.write();
        return unhashed();
    }

    private boolean isKnown(ListedFile file) {
        var path = inside(file.name());
        try {
            long size = Files.size(path);
            if (size != file.bytes()) {
                throw Problem.model(path, "is damaged (it has " + size + " bytes instead of " + file.bytes() + ")");
            }
            return file.sha256().isEmpty() || checked.holds(path, file.sha256());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private void check(ListedFile file, long total) {
        var path = inside(file.name());
        try {
            var before = CheckedFiles.stamp(path);
            if (!sha256(path, total).equals(file.sha256())) throw Problem.model(path, "is damaged (its SHA-256 differs from that in model.json)");
            checked.remember(path, before, file.sha256());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private String sha256(Path file, long total) throws IOException {
        return Sha256.hex(file, bytes -> {
            Cancellation.stopIfWished();
            read += bytes;
            progress.accept(total == 0 ? 1 : Math.min(1, (double) read / total));
        });
    }

    /** A file of the folder; model.json is untrusted like the rest. */
    private Path inside(String name) {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file)) throw Problem.model(file, "is missing");
        try {
            if (file.toRealPath().startsWith(folder.toRealPath())) return file;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        throw Problem.model(file + " is a link to a file outside the model folder. Replace it with the file itself.");
    }

    private Optional<String> unhashed() {
        var without = new TreeSet<>(networks);
        without.add(TOKENIZER);
        files.stream().filter(f -> !f.sha256().isEmpty()).forEach(f -> without.remove(f.name()));
        if (without.isEmpty()) return Optional.empty();
        return Optional.of(folder + " has no checksums of " + String.join(", ", without)
                + ", so damage cannot be detected. Convert its checkpoint again with 'parley convert'.");
    }

    private static Problem unreadable(Path file, IOException e) {
        return Problem.disk(file + " could not be read. Check the disk and the file's permissions.", e);
    }
}
