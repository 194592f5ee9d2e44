package studio.parley.io;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import studio.parley.problem.Problem;

/** I/O errors as one sentence. */
public final class IoProblem {
    private IoProblem() {}

    /** "Could not VERB FILE (reason). What to check." */
    public static Problem of(String verb, Object file, IOException e) {
        var advice = verb.startsWith("read") || verb.startsWith("look") || verb.startsWith("search") ? "Check the path and its permissions."
                : "Check the folder, its permissions and the free space.";
        return Problem.disk("Could not " + verb + " " + file + " (" + reason(e) + "). " + advice, e);
    }

    /** The reason in words: Java's messages for the most common cases are only a path. */
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "something else with that name exists";
            case DirectoryNotEmptyException _ -> "the folder is not empty";
            case NotDirectoryException _ -> "not a folder";
            case FileSystemLoopException _ -> "links that form a loop";
            case ClosedByInterruptException _ -> "interrupted";
            case FileSystemException f when f.getReason() != null -> lower(f.getReason());
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : lower(e.getMessage());
        };
    }

    private static String lower(String reason) {
        return reason.isEmpty() ? reason : reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
    }
}
