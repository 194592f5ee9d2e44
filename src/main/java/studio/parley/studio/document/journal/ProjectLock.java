package studio.parley.studio.document.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import studio.parley.io.IoProblem;
import studio.parley.io.ProcessLock;
import studio.parley.problem.Problem;

/** Only one process at a time works on a project. */
final class ProjectLock {
    /** The lock is on a byte after the text, so that Windows lets others read who holds it. */
    private static final long LOCKED_BYTE = 1 << 20;

    private ProjectLock() {}

    static ProcessLock take(ProjectFolder folder) {
        if (!Files.isDirectory(folder.root())) throw IoProblem.of("open", folder.root(), new NoSuchFileException(folder.root().toString()));
        try {
            var lock = ProcessLock.alone(folder.lock(), LOCKED_BYTE);
            if (lock.isEmpty()) throw busy(folder);
            try {
                lock.get().write(ProcessHandle.current().pid() + "\n");
                return lock.get();
            } catch (IOException e) {
                lock.get().close();
                throw e;
            }
        } catch (IOException e) {
            throw IoProblem.of("write", folder.lock(), e);
        }
    }

    /** Throws if the project is in use, without leaving a trace in the folder. */
    static void refuseBusy(ProjectFolder folder) {
        try {
            if (ProcessLock.isTaken(folder.lock(), LOCKED_BYTE)) throw busy(folder);
        } catch (IOException e) {
            throw IoProblem.of("read", folder.lock(), e);
        }
    }

    private static Problem busy(ProjectFolder folder) throws IOException {
        if (ProcessLock.isOwn(folder.lock())) return Problem.input(folder.root() + " is already open in this window.");
        var pid = Files.readString(folder.lock(), StandardCharsets.US_ASCII).strip();
        return Problem.input(folder.root() + " is open in another Parley process" + (pid.matches("\\d+") ? " (process " + pid + ")" : "")
                + ". Close it there first.");
    }
}
