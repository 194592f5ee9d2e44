package studio.parley.studio;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Take;
import studio.parley.io.Disk;
import studio.parley.io.FileName;
import studio.parley.io.TempFolder;

/**
 * Finished lines of an unfinished render: {@code OUT.parley-work/} next to the output, with the clips and one small file for each line,
 * named by everything that determines how it sounds. Running the same render again finds them there, also after a crash; a changed line,
 * and those that use it as context, are rendered again.
 */
final class RenderCache {
    private record Kept(List<Take> takes) {}

    private final Path folder;
    private final ClipStore clipStore;

    RenderCache(Path output) {
        this.folder = of(output);
        this.clipStore = new ClipStore(folder.resolve("audio"));
    }

    /** The folder of an output. */
    static Path of(Path output) {
        return FileName.beside(output.toAbsolutePath(), ".parley-work");
    }

    /** For a render that cannot be continued later. */
    static RenderCache temporary() {
        return new RenderCache(TempFolder.folder().resolve("pipe"));
    }

    Path folder() {
        return folder;
    }

    ClipStore clipStore() {
        return clipStore;
    }

    /** The takes stored under this name, if all their clips exist and are undamaged. */
    Optional<List<Take>> find(String key, int count) {
        return Disk.text(file(key)).flatMap(RenderCache::parse)
                .filter(t -> t.size() == count && t.stream().allMatch(this::isWhole));
    }

    void keep(String key, List<Take> takes) {
        Disk.write(file(key), new Gson().toJson(new Kept(takes)) + "\n");
    }

    void remove() {
        Disk.remove(folder);
    }

    private Path file(String key) {
        return folder.resolve("lines").resolve(key + ".json");
    }

    private boolean isWhole(Take take) {
        return clipStore.find(new ClipId(take.clip())).filter(p -> p.frames() == take.samples() && p.rate() == take.rate()).isPresent();
    }

    /** Anything that is not the result of {@link #keep} counts as missing. */
    private static Optional<List<Take>> parse(String json) {
        try {
            var kept = new Gson().fromJson(json, Kept.class);
            if (kept == null || kept.takes() == null || kept.takes().isEmpty()) return Optional.empty();
            kept.takes().forEach(t -> new ClipId(t.clip()));
            return Optional.of(kept.takes());
        } catch (RuntimeException damaged) {
            // Gson wraps the exceptions of a record's constructor for invalid values.
            return Optional.empty();
        }
    }
}
