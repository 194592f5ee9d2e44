package studio.parley.privacy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One line of strace's output, as it is written with {@code -yy -ff}. */
record SystemCall(String name, String arguments, String result) {
    private static final Pattern LINE = Pattern.compile("(\\w+)\\((.*)\\)\\s+= (.*)");
    private static final Pattern PATH = Pattern.compile("(?:(?:AT_FDCWD|\\d+)<([^>]*)>, )?\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> CHANGING = Set.of("creat", "mkdir", "mkdirat", "mknod", "mknodat", "rename", "renameat", "renameat2",
            "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "rmdir", "truncate", "chmod", "fchmodat", "fchmodat2", "chown",
            "lchown", "fchownat", "utime", "utimes", "utimensat", "futimesat", "setxattr", "lsetxattr", "removexattr", "lremovexattr");

    static Optional<SystemCall> of(String line) {
        var m = LINE.matcher(line);
        return m.matches() ? Optional.of(new SystemCall(m.group(1), m.group(2), m.group(3))) : Optional.empty();
    }

    boolean succeeded() {
        return !result.startsWith("-1") && !result.startsWith("?");
    }

    /** Whether it makes, changes or removes a file. */
    boolean changesFiles() {
        if (name.startsWith("open")) return Pattern.compile("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC").matcher(arguments).find();
        return CHANGING.contains(name);
    }

    /** The files it is about; relative ones seen from the folder that strace names. */
    List<Path> paths() {
        return PATH.matcher(arguments).results().map(m -> {
            var path = Path.of(m.group(2));
            return m.group(1) == null ? path : Path.of(m.group(1)).resolve(path);
        }).toList();
    }

    @Override
    public String toString() {
        return name + "(" + arguments + ") = " + result;
    }
}
