package studio.parley.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Parley's version, as the build wrote it into the program. */
public final class ProgramVersion {
    private static final String TEXT = read();

    private ProgramVersion() {}

    public static String text() {
        return TEXT;
    }

    private static String read() {
        try (var in = ProgramVersion.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
