package studio.parley.convert.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.io.ProcessLock;
import studio.parley.io.WriteTarget;
import studio.parley.problem.Problem;
import studio.parley.problem.ShutdownHook;
import studio.parley.speech.model.ModelContract;

/**
 * The hidden sibling folder {@code .NAME.unfinished} in which a model folder is created. It is renamed in one step when complete; otherwise
 * nothing of that name appears. A lock file inside distinguishes a running conversion from the rest of a killed one, which the next
 * conversion removes.
 *
 * <p>A replaced model is kept as {@code .NAME.replaced} during the renaming and is restored if that is interrupted.
 */
public final class StagingFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path output;
    private final Path folder;
    private final ProcessLock lock;
    private final Thread owner = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::abandonAtExit);
    private boolean finished;

    private StagingFolder(Path output, Path folder, ProcessLock lock) {
        this.output = output;
        this.folder = folder;
        this.lock = lock;
        ShutdownHook.add(hook);
    }

    /** For the folder of a speech model. */
    public static StagingFolder begin(Path output, boolean force) {
        return begin(output, force, ModelContract.MODEL_JSON);
    }

    /**
     * Creates the hidden folder. Throws {@link Problem} if {@code output} exists ({@code force} replaces a model folder, nothing else), if
     * another conversion is writing it, or on an I/O error.
     *
     * @param contents the file that lists the others in such a folder
     */
    public static StagingFolder begin(Path output, boolean force, String contents) {
        var target = real(output);
        if (target.getFileName() == null) throw Problem.input(output + " cannot be a model folder. Choose a new folder.");
        try {
            recover(target);
            requireFree(target, output, force, contents);
            Files.createDirectories(target.getParent());
            var folder = sibling(target, "unfinished");
            var lock = ProcessLock.alone(folder.resolve(LOCK)).orElseThrow(() -> Problem.input("Another conversion is writing " + output
                    + ". Wait until it is done, or choose another folder."));
            clear(folder);
            return new StagingFolder(target, folder, lock);
        } catch (IOException e) {
            throw Problem.disk("Could not write next to " + output + " (" + IoProblem.reason(e) + "). Choose another folder.", e);
        }
    }

    /** Where to write. */
    public Path folder() {
        return folder;
    }

    /** Renames the folder; afterwards it is complete and this object has nothing left to do. */
    public void finish() {
        var replaced = sibling(output, "replaced");
        try {
            lock.closeAndDelete();
            if (Files.exists(output) && !Disk.isEmpty(output)) Files.move(output, replaced, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(output);
            Files.move(folder, output, StandardCopyOption.ATOMIC_MOVE);
            finished = true;
            Disk.remove(replaced);
        } catch (IOException e) {
            throw Problem.disk("Could not rename " + folder + " to " + output.getFileName() + " (" + IoProblem.reason(e)
                    + "). Choose another folder.", e);
        } finally {
            if (!finished) putBack(output, replaced);
        }
    }

    /** Behind links, so that the model they lead to is replaced and not the link. */
    private static Path real(Path output) {
        try {
            return WriteTarget.real(output.toAbsolutePath().normalize());
        } catch (IOException notThereYet) {
            return output.toAbsolutePath().normalize();
        }
    }

    private static Path sibling(Path output, String state) {
        return output.resolveSibling("." + output.getFileName() + "." + state);
    }

    private static void recover(Path output) throws IOException {
        var replaced = sibling(output, "replaced");
        if (!Files.exists(replaced)) return;
        if (Files.exists(output)) Disk.remove(replaced);
        else putBack(output, replaced);
    }

    private static void putBack(Path output, Path replaced) {
        try {
            if (Files.exists(replaced) && !Files.exists(output)) Files.move(replaced, output, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException leaveIt) {
            // The old model stays under its hidden name; the next conversion tries again.
        }
    }

    private static void requireFree(Path target, Path shown, boolean force, String contents) throws IOException {
        if (!Files.exists(target)) return;
        if (!Files.isDirectory(target)) throw Problem.input(shown + " is a file. Choose a new folder.");
        if (Disk.isEmpty(target)) return;
        if (!Files.exists(target.resolve(contents))) throw Problem.input(shown + " contains other files. Choose a new or empty folder.");
        if (!force) throw Problem.input(shown + " already contains a model. Choose another folder, or replace it with --force.");
        requireNothingElse(target, shown, contents);
    }

    /** Replacing deletes the whole folder, so it must contain only what {@code contents} lists. */
    private static void requireNothingElse(Path target, Path shown, String contents) throws IOException {
        var named = Files.readString(target.resolve(contents));
        try (var files = Files.list(target)) {
            for (var name : files.map(f -> f.getFileName().toString()).sorted().toList()) {
                if (!name.equals(contents) && !named.contains("\"" + name + "\"")) {
                    throw Problem.input(shown + " also contains " + name + ", which is not part of the model. Move it elsewhere, or choose another folder.");
                }
            }
        }
    }

    /** Removes the files of a killed conversion, except the lock that is now ours. */
    private static void clear(Path folder) throws IOException {
        try (var list = Files.list(folder)) {
            for (var f : list.filter(f -> !f.endsWith(LOCK)).toList()) Disk.remove(f);
        }
    }

    /** Ctrl-C: asks the writing thread to stop, waits until it has, and removes the files if it did not. */
    private void abandonAtExit() {
        owner.interrupt();
        try {
            if (closed.await(3, TimeUnit.SECONDS)) return;
        } catch (InterruptedException goOn) {
            // Remove the files at once.
        }
        abandon();
    }

    /** Deletes what was written so far. */
    private void abandon() {
        try {
            lock.closeAndDelete();
            Disk.remove(folder);
        } catch (IOException | Problem leaveIt) {
            // Hidden and without a lock: the next conversion removes it.
        }
    }

    @Override
    public void close() {
        if (!finished) abandon();
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The hook has the same effect.
        }
    }
}
