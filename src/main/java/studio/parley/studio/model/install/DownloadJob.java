package studio.parley.studio.model.install;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.download.Downloader;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.io.ProcessLock;
import studio.parley.io.StrictJson;
import studio.parley.problem.Problem;
import studio.parley.studio.settings.AppDirectories;

/**
 * A download on disk: its folder, and {@code job.json}, which names the commit and the files, so that any later process continues it. One
 * process at a time works on it.
 */
final class DownloadJob {
    /**
     * What is downloaded.
     *
     * @param codec for a checkpoint that contains none
     * @param tokenizer the same
     */
    record Plan(Snapshot checkpoint, Optional<Snapshot> codec, Optional<Snapshot> tokenizer) {
        List<Snapshot> parts() {
            return Stream.of(Optional.of(checkpoint), codec, tokenizer).flatMap(Optional::stream).toList();
        }

        long bytes() {
            return parts().stream().mapToLong(Snapshot::bytes).sum();
        }

        Plan withCodec(Snapshot part) {
            return new Plan(checkpoint, Optional.of(part), tokenizer);
        }

        Plan withTokenizer(Snapshot part) {
            return new Plan(checkpoint, codec, Optional.of(part));
        }
    }

    private static final int FORMAT = 1;
    private final ModelSource source;
    private final Path folder;

    DownloadJob(AppDirectories directories, ModelSource source) {
        this.source = source;
        this.folder = directories.downloads().resolve(source.jobName());
    }

    /** Those that were begun and neither finished nor discarded. */
    static List<DownloadJob> all(AppDirectories directories) {
        if (!Files.isDirectory(directories.downloads())) return List.of();
        try (var folders = Files.list(directories.downloads())) {
            return folders.sorted().flatMap(f -> source(f).map(s -> new DownloadJob(directories, s)).filter(j -> j.folder.equals(f)).stream()).toList();
        } catch (IOException e) {
            throw IoProblem.of("read", directories.downloads(), e);
        }
    }

    ModelSource source() {
        return source;
    }

    Path folder() {
        return folder;
    }

    /** @throws Problem if another process, or another job of this one, works on it */
    ProcessLock lock() {
        try {
            return ProcessLock.alone(lockFile()).orElseThrow(() -> Problem.input(source.title() + " is already being downloaded. Wait until that is done."));
        } catch (IOException e) {
            throw IoProblem.of("write", lockFile(), e);
        }
    }

    /** The plan of an earlier attempt, if it can still be used. */
    Optional<Plan> plan() {
        return json(folder).filter(j -> j.has("checkpoint")).flatMap(json -> {
            try {
                return Optional.of(new Plan(Snapshot.of(json.getAsJsonObject("checkpoint")), part(json, "codec"), part(json, "tokenizer")));
            } catch (RuntimeException notOfThisVersion) {
                return Optional.empty();
            }
        });
    }

    void write(Plan plan) {
        var json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("source", source.id());
        json.add("checkpoint", plan.checkpoint().json());
        plan.codec().ifPresent(p -> json.add("codec", p.json()));
        plan.tokenizer().ifPresent(p -> json.add("tokenizer", p.json()));
        Disk.write(file(folder), StrictJson.pretty(json));
    }

    /** The next attempt looks the repository up again; what is downloaded stays. */
    void forget() {
        Disk.remove(file(folder));
    }

    /** Removes everything that was downloaded, and the lock, which the caller holds. */
    void delete() {
        Disk.remove(folder);
        Disk.remove(lockFile());
    }

    /** Bytes that are here. */
    long done(Plan plan) {
        return plan.bytes() - plan.parts().stream().mapToLong(p -> Downloader.missing(p.files(), p.folder(folder))).sum();
    }

    private Path lockFile() {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    private static Path file(Path folder) {
        return folder.resolve("job.json");
    }

    private static Optional<JsonObject> json(Path folder) {
        return Disk.text(file(folder)).flatMap(StrictJson::object).filter(j -> j.has("format") && j.get("format").getAsString().equals(String.valueOf(FORMAT)));
    }

    private static Optional<ModelSource> source(Path folder) {
        try {
            return Files.isDirectory(folder) ? json(folder).filter(j -> j.has("source")).map(j -> ModelSource.of(j.get("source").getAsString())) : Optional.empty();
        } catch (RuntimeException notOfThisVersion) {
            return Optional.empty();
        }
    }

    private static Optional<Snapshot> part(JsonObject json, String key) {
        return json.has(key) ? Optional.of(Snapshot.of(json.getAsJsonObject(key))) : Optional.empty();
    }
}
