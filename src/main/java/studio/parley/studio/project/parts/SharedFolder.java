package studio.parley.studio.project.parts;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.document.journal.ProjectFolder;

/**
 * The folder that all parts share: {@code lines/} and {@code audio/} ({@link studio.parley.studio.project.render.FinishedLines}), {@code claims/}
 * ({@link Claims}), {@code parts/} with a summary of each part, and the name of the watermark that all use.
 */
public record SharedFolder(Path path) {
    private static final int LOOKS = 50;
    private static final long LOOK_MILLIS = 100;

    /** Creates it if it is missing. */
    public Path open() {
        ProjectFolder.refuseInside(path.resolve("lines"));
        return Disk.folder(path);
    }

    public void require() {
        if (!Files.isDirectory(path)) throw Problem.input("There is no work folder " + path + ". Run the parts first, or name their folder with --work.");
    }

    /** Throws if parts before had another watermark key: a conversation would carry several watermarks. */
    public void agree(WatermarkApplier mark) {
        var file = path.resolve("watermark");
        try {
            Files.writeString(file, mark.name() + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            if (!written(file).equals(mark.name())) throw Problem.input("The parts before had another watermark key than this one, as the file " + file
                    + " says. Copy watermark.key from the settings folder of one machine to all the others, or use another work folder.");
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }

    /** Whoever creates the file may still be writing it. */
    private static String written(Path file) {
        for (int i = 0; i < LOOKS; i++) {
            var text = Disk.text(file).orElse("").strip();
            if (!text.isEmpty()) return text;
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return "";
    }

    public boolean isDone(Unit unit) {
        return claims().state(unit.id()) == Claims.State.DONE;
    }

    /** Parts will look at it again. */
    public void reopen(Unit unit) {
        claims().reopen(unit.id());
    }

    private Claims claims() {
        return new Claims(path, "merge", Duration.ZERO);
    }

    /** The name of this machine, for people; nothing is asked of the network. */
    public static String host() {
        return Stream.of("HOSTNAME", "COMPUTERNAME").flatMap(n -> Optional.ofNullable(System.getenv(n)).stream()).filter(n -> !n.isBlank()).findFirst()
                .or(() -> Disk.text(Path.of("/proc/sys/kernel/hostname")).map(String::strip)).orElse("unknown");
    }

    /** A WAV file for each script in a folder, with the folders that the scripts are in below their common one. */
    public static Map<Path, Path> outputs(List<Path> scripts, Path folder) {
        var common = scripts.stream().map(Disk::parent).map(Path::normalize).reduce(SharedFolder::common).orElseThrow();
        var out = new LinkedHashMap<Path, Path>();
        for (var script : scripts) {
            var name = script.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "") + ".wav";
            out.put(script, folder.resolve(common.relativize(Disk.parent(script).normalize())).resolve(name));
        }
        var first = new LinkedHashMap<Path, Path>();
        out.forEach((script, output) -> {
            var other = first.put(output, script);
            if (other != null) throw Problem.input(other + " and " + script + " would both be written to " + output + ". Rename one of them, or merge them one after another.");
        });
        return out;
    }

    private static Path common(Path a, Path b) {
        var common = a;
        while (!b.startsWith(common)) common = Disk.parent(common);
        return common;
    }
}
