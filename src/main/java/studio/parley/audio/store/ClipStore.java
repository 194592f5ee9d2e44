package studio.parley.audio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/**
 * A folder of immutable clips, named by their content, each with sidecars (peaks, codes, a report) that can be recomputed from it.
 * {@code ab/abcd….wav} (32-bit float) and {@code ab/abcd….NAME}. Any number of threads and processes may use the same folder: files appear
 * complete, and two that store the same audio write the same bytes. A damaged clip counts as missing.
 */
public final class ClipStore {
    private static final Pattern CLIP = Pattern.compile("([0-9a-f]{64})\\.wav");
    private static final Pattern SIDECAR = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Path folder;
    /** Where new files are written and looked up first: the folder itself, unless that is read-only. */
    private final Path fresh;
    private final Map<ClipId, Seen> whole = new ConcurrentHashMap<>();

    /** Size and time of a file when its content was verified. */
    private record Seen(long size, FileTime changed) {
        static Seen of(Path file) throws IOException {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Seen(now.size(), now.lastModifiedTime());
        }
    }

    /** The folder is created when the first clip is stored. */
    public ClipStore(Path folder) {
        this(folder, folder);
    }

    /** A store that only reads from one folder and writes new files to another. */
    public ClipStore(Path folder, Path fresh) {
        this.folder = folder;
        this.fresh = fresh;
    }

    public Path folder() {
        return folder;
    }

    /** Stores audio; does nothing if it is there already and undamaged. */
    public ClipId put(Pcm pcm) {
        if (pcm.frames() == 0) throw new IllegalArgumentException("an empty clip");
        var id = ClipId.of(pcm);
        if (find(id).isPresent()) return id;
        var file = place(fresh, id.hex(), "wav");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw refused("write", file, e);
        }
        WavFiles.write(file, pcm, SampleFormat.FLOAT_32);
        return id;
    }

    /** The audio, or a {@link Problem} if it is missing or damaged. */
    public Pcm get(ClipId id) {
        return find(id).orElseThrow(() -> Problem.input(
                "The clip " + file(id) + " is missing or damaged. Render its line again or restore the file."));
    }

    /** The audio, if it exists and has the content its name says. */
    public Optional<Pcm> find(ClipId id) {
        var file = file(id);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            var seen = Seen.of(file);
            var pcm = AudioFiles.read(file);
            if (!ClipId.of(pcm).equals(id)) return Optional.empty();
            whole.put(id, seen);
            return Optional.of(pcm);
        } catch (IOException vanished) {
            return Optional.empty();
        } catch (Problem damaged) {
            if (damaged.kind() == Problem.Kind.INPUT || !Files.exists(file)) return Optional.empty();
            throw damaged;
        }
    }

    /** Whether the clip exists and has the content its name says; this is checked once, and again when the file changes. */
    public boolean isWhole(ClipId id) {
        try {
            return Seen.of(file(id)).equals(whole.get(id)) || find(id).isPresent();
        } catch (IOException absent) {
            return false;
        }
    }

    /** The clip's existing or future path. */
    public Path file(ClipId id) {
        return existing(id, "wav");
    }

    /** Whether a text is the name of an undamaged clip in this store. */
    public boolean isWhole(String clip) {
        return ClipId.isOne(clip) && isWhole(new ClipId(clip));
    }

    private Path existing(ClipId id, String ending) {
        var newer = place(fresh, id.hex(), ending);
        return fresh.equals(folder) || Files.exists(newer) ? newer : place(folder, id.hex(), ending);
    }

    private static Path place(Path folder, String hex, String ending) {
        return folder.resolve(hex.substring(0, 2)).resolve(hex + "." + ending);
    }

    /** All clips by name, damaged ones included. */
    public SortedSet<ClipId> list() {
        var all = list(folder);
        if (!fresh.equals(folder)) all.addAll(list(fresh));
        return all;
    }

    private static SortedSet<ClipId> list(Path folder) {
        if (!Files.isDirectory(folder)) return new TreeSet<>();
        try (var files = Files.walk(folder, 2)) {
            return files.map(f -> CLIP.matcher(f.getFileName().toString())).filter(m -> m.matches())
                    .map(m -> new ClipId(m.group(1))).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw refused("read", folder, e);
        }
    }

    /** The sidecar of a clip with a short name (lower-case letters, digits, hyphens); empty files count as missing. */
    public Optional<byte[]> sidecar(ClipId id, String name) {
        var file = existing(id, named(name));
        if (Files.isDirectory(file)) return Optional.empty();
        try {
            var bytes = Files.readAllBytes(file);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw refused("read", file, e);
        }
    }

    /** Stores a sidecar, completely or not at all; replaces an earlier one of that name. */
    public void putSidecar(ClipId id, String name, byte[] bytes) {
        var file = place(fresh, id.hex(), named(name));
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw refused("write", file, e);
        }
    }

    /** The existing files of a clip: its audio and its sidecars. */
    public List<Path> files(ClipId id) {
        var found = new TreeMap<String, Path>();
        for (var place : List.of(folder, fresh)) beside(place, id).forEach(f -> found.put(f.getFileName().toString(), f));
        return List.copyOf(found.values());
    }

    private static List<Path> beside(Path folder, ClipId id) {
        var place = Disk.parent(place(folder, id.hex(), "wav"));
        if (!Files.isDirectory(place)) return List.of();
        try (var files = Files.list(place)) {
            return files.filter(f -> f.getFileName().toString().startsWith(id.hex() + ".")).toList();
        } catch (IOException e) {
            throw refused("read", place, e);
        }
    }

    /** Copies a clip with its sidecars from another store, as far as they are not here. */
    public void bring(ClipId id, ClipStore from) {
        var folder = Disk.folder(Disk.parent(place(fresh, id.hex(), "wav")));
        for (var file : from.files(id)) {
            var here = folder.resolve(file.getFileName().toString());
            if (!Files.exists(here) || here.equals(file(id)) && !isWhole(id)) AtomicFile.copy(file, here);
        }
    }

    /** Removes a clip and all its sidecars permanently; does nothing if it does not exist. */
    public void remove(ClipId id) {
        try {
            for (var f : beside(fresh, id)) Files.deleteIfExists(f);
        } catch (IOException e) {
            throw refused("remove", file(id), e);
        }
    }

    /** Removes everything that was written by a store that only reads its own folder. */
    public void removeFresh() {
        if (!fresh.equals(folder)) Disk.remove(fresh);
    }

    private static String named(String sidecar) {
        if (!SIDECAR.matcher(sidecar).matches() || sidecar.equals("wav")) throw new IllegalArgumentException("sidecar name " + sidecar);
        return sidecar;
    }

    private static Problem refused(String verb, Path file, IOException e) {
        return Problem.disk("Could not " + verb + " " + file + " (" + IoProblem.reason(e) + "). Check its permissions and the free space.", e);
    }
}
