package studio.parley.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir Path folder;

    /** A start that has nothing to say leaves no file. */
    @Test
    void isCreatedWithTheFirstRecord() throws IOException {
        var logs = folder.resolve("logs");
        var log = new LogFile(logs);
        log.publish(line("org.other", Level.INFO, "chatter of a library"));
        assertFalse(Files.exists(logs));
        log.publish(line("studio.parley.X", Level.INFO, "Opened csm-1b"));
        log.close();
        var text = text(logs);
        assertTrue(text.lines().findFirst().orElseThrow().contains("Parley " + ProgramVersion.text() + ", Java "), text);
        assertTrue(text.contains("INFO studio.parley.X: Opened csm-1b"), text);
        assertFalse(text.contains("chatter"), text);
    }

    /** The message of what was thrown may quote a script: only classes and places of the code are kept. */
    @Test
    void holdsNoMessagesOfWhatWasThrown() throws IOException {
        var log = new LogFile(folder);
        var record = line("studio.parley.X", Level.SEVERE, "Defect");
        record.setThrown(new IllegalStateException("a secret line", new IOException("another secret")));
        log.publish(record);
        log.close();
        var text = text(folder);
        assertTrue(text.contains("java.lang.IllegalStateException\n") && text.contains("caused by java.io.IOException\n"), text);
        assertTrue(text.contains("at studio.parley.io.LogFileTest.holdsNoMessagesOfWhatWasThrown"), text);
        assertFalse(text.contains("secret"), text);
    }

    @Test
    void takesTurnsBetweenThreeFiles() throws IOException {
        var log = new LogFile(folder);
        for (int i = 0; i < 5000; i++) log.publish(line("studio.parley.X", Level.INFO, "x".repeat(1000)));
        log.close();
        try (var files = Files.list(folder)) {
            var sizes = files.filter(f -> f.toString().endsWith(".log")).map(LogFileTest::size).toList();
            assertEquals(3, sizes.size());
            assertTrue(sizes.stream().allMatch(s -> s <= (1 << 20) + 2000), sizes.toString());
        }
    }

    /** A folder that cannot be made is no trouble of the user's. */
    @Test
    void isSilentWhereItCannotBeWritten() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var log = new LogFile(file.resolve("logs"));
        log.publish(line("studio.parley.X", Level.SEVERE, "Defect"));
        log.close();
        assertEquals("", Files.readString(file));
    }

    private static LogRecord line(String logger, Level level, String words) {
        var record = new LogRecord(level, words);
        record.setLoggerName(logger);
        return record;
    }

    private static String text(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return Files.readString(files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow());
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
