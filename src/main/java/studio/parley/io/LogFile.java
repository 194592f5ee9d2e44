package studio.parley.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;

/**
 * The log: three rotating files of at most one megabyte in {@link AppFolders#logs}. Parley's own classes write to it through SLF4J: counts,
 * durations, names of classes and models, never the text of a script. It is created with the first record; if it cannot be written there is
 * none.
 */
public final class LogFile extends Handler {
    private static final int BYTES = 1 << 20;
    private static final int FILES = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private final Path folder;
    private @Nullable FileHandler out;
    private boolean refused;

    LogFile(Path folder) {
        this.folder = folder;
        setFormatter(new Lines());
    }

    /**
     * Handles all log records of this process, and keeps those of libraries off the terminal: their warnings go to the log, the rest is
     * dropped.
     */
    public static void install() {
        LogManager.getLogManager().reset();
        var root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        try {
            root.addHandler(new LogFile(AppFolders.ofUser().logs()));
        } catch (Problem unusable) {
            // Whatever needs the folder will report the problem.
        }
    }

    /** The folder of this user's log, even if nothing was written yet. */
    public static Path folder() {
        return Disk.folder(AppFolders.ofUser().logs());
    }

    /** The last lines of the newest file; none if there is no log. */
    public static List<String> tail(int lines) {
        for (var handler : Logger.getLogger("").getHandlers()) handler.flush();
        try (var all = Files.list(AppFolders.ofUser().logs())) {
            var newest = all.filter(f -> f.toString().endsWith(".log")).max(Comparator.comparing(f -> f.toFile().lastModified()));
            if (newest.isEmpty()) return List.of();
            var text = Files.readAllLines(newest.get());
            return text.subList(Math.max(0, text.size() - lines), text.size());
        } catch (IOException | Problem none) {
            return List.of();
        }
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        boolean own = String.valueOf(line.getLoggerName()).startsWith("studio.parley");
        return line.getLevel().intValue() >= (own ? Level.INFO : Level.WARNING).intValue();
    }

    @Override
    public synchronized void publish(LogRecord line) {
        if (!isLoggable(line)) return;
        if (out == null && !refused) open();
        if (out != null) out.publish(line);
    }

    private void open() {
        try {
            Files.createDirectories(folder);
            out = new FileHandler(folder.toString().replace("%", "%%") + "/parley-%u.%g.log", BYTES, FILES, true);
            out.setFormatter(getFormatter());
            out.setEncoding("UTF-8");
            out.publish(new LogRecord(Level.INFO, "Parley " + ProgramVersion.text() + ", Java " + Runtime.version() + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                    + Runtime.getRuntime().availableProcessors() + " processors"));
        } catch (IOException | RuntimeException e) {
            refused = true;
        }
    }

    @Override
    public synchronized void flush() {
        if (out != null) out.flush();
    }

    @Override
    public synchronized void close() {
        if (out != null) out.close();
        refused = true;
        out = null;
    }

    /** One line for a record. Of an exception only classes and code locations: its message may quote a script. */
    private static final class Lines extends Formatter {
        @Override
        public String format(LogRecord line) {
            var text = new StringBuilder(TIME.format(line.getInstant())).append(' ').append(line.getLevel().getName()).append(' ')
                    .append(line.getLoggerName() == null ? "" : line.getLoggerName() + ": ").append(formatMessage(line).replace('\n', ' ')).append('\n');
            for (var at = line.getThrown(); at != null; at = at.getCause()) {
                text.append("  ").append(at == line.getThrown() ? "" : "caused by ").append(at.getClass().getName()).append('\n');
                for (var frame : at.getStackTrace()) text.append("    at ").append(frame).append('\n');
            }
            return text.toString();
        }
    }
}
