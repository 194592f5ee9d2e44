package studio.parley.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.parley.io.AtomicFile;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/**
 * A folder of clips that never change, named by their content, each with sidecars (peaks, codes, a report) that can be made again
 * from it. {@code ab/abcd….wav} (32-bit float) and {@code ab/abcd….NAME}. Any number of threads and processes may use one folder:
 * files appear whole, and two that put the same sound write the same bytes. A damaged clip is as good as absent.
 */
public final class ClipShelf {
    private static final Pattern CLIP = Pattern.compile("([0-9a-f]{64})\\.wav");
    private static final Pattern SIDECAR = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Path folder;

    /** The folder is made when the first clip is put. */
    public ClipShelf(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** Keeps a sound; does nothing when it is there already and undamaged. */
    public ClipId put(Pcm pcm) {
        if (pcm.frames() == 0) throw new IllegalArgumentException("an empty clip");
        var id = ClipId.of(pcm);
        var file = file(id);
        if (find(id).isPresent()) return id;
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw refused("write", file, e);
        }
        Wav.write(file, pcm, SampleFormat.FLOAT_32);
        return id;
    }

    /** The sound, or a {@link Problem} when it is missing or damaged. */
    public Pcm get(ClipId id) {
        return find(id).orElseThrow(() -> Problem.input(
                "The clip " + file(id) + " is missing or damaged. Render its line again or restore the file."));
    }

    /** The sound, if it is there and has the content its name says. */
    public Optional<Pcm> find(ClipId id) {
        var file = file(id);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            var pcm = AudioFiles.read(file);
            return ClipId.of(pcm).equals(id) ? Optional.of(pcm) : Optional.empty();
        } catch (Problem damaged) {
            if (damaged.kind() == Problem.Kind.INPUT || !Files.exists(file)) return Optional.empty();
            throw damaged;
        }
    }

    /** Whether a file is there under this name; its content is not looked at. */
    public boolean holds(ClipId id) {
        return Files.isRegularFile(file(id));
    }

    /** Where the clip lies or would lie. */
    public Path file(ClipId id) {
        return folder.resolve(id.hex().substring(0, 2)).resolve(id.hex() + ".wav");
    }

    /** All clips by name, damaged ones included. */
    public SortedSet<ClipId> list() {
        if (!Files.isDirectory(folder)) return new TreeSet<>();
        try (var files = Files.walk(folder, 2)) {
            return files.map(f -> CLIP.matcher(f.getFileName().toString())).filter(m -> m.matches())
                    .map(m -> new ClipId(m.group(1))).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw refused("read", folder, e);
        }
    }

    /** Bytes kept beside a clip under a short name (lower-case letters, digits, hyphens); empty files count as absent. */
    public Optional<byte[]> sidecar(ClipId id, String name) {
        var file = sidecarFile(id, name);
        try {
            var bytes = Files.readAllBytes(file);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw refused("read", file, e);
        }
    }

    /** Keeps bytes beside a clip, whole or not at all; they replace earlier ones of that name. */
    public void putSidecar(ClipId id, String name, byte[] bytes) {
        var file = sidecarFile(id, name);
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw refused("write", file, e);
        }
    }

    /** Takes a clip and everything beside it off the shelf, for good; nothing happens when it is not there. */
    public void remove(ClipId id) {
        var place = file(id).getParent();
        if (!Files.isDirectory(place)) return;
        try (var files = Files.list(place)) {
            for (var f : files.filter(f -> f.getFileName().toString().startsWith(id.hex())).toList()) Files.deleteIfExists(f);
        } catch (IOException e) {
            throw refused("remove", file(id), e);
        }
    }

    private Path sidecarFile(ClipId id, String name) {
        if (!SIDECAR.matcher(name).matches() || name.equals("wav")) throw new IllegalArgumentException("sidecar name " + name);
        return file(id).resolveSibling(id.hex() + "." + name);
    }

    private static Problem refused(String verb, Path file, IOException e) {
        return Problem.disk("Could not " + verb + " " + file + " (" + IoProblem.reason(e) + "). Check permissions and free space.", e);
    }
}
