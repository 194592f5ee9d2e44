package studio.parley;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import studio.parley.io.ProcessEnvironment;

/**
 * Arguments and file names in UTF-8 whatever the locale. Under {@code LC_ALL=C}, as in cron and systemd, Java on Linux supports ASCII names
 * only: {@code Zoë.wav} can neither be read nor written, and that is determined before {@code main}.
 */
final class Utf8Names {
    private static final String VARIABLE = "LC_ALL";
    private static final String LOCALE = "C.UTF-8";

    private Utf8Names() {}

    /** If names are ASCII only, this process restarts in a UTF-8 locale, with the same process id, arguments and streams. */
    static void ensure() {
        boolean ascii = "ANSI_X3.4-1968".equals(System.getProperty("sun.jnu.encoding"));
        // Already set: this system has no such locale, and names cannot be fixed.
        if (!ascii || !System.getProperty("os.name").equals("Linux") || LOCALE.equals(System.getenv(VARIABLE))) return;
        try {
            // The original bytes; Java's own arguments were decoded as ASCII.
            var arguments = Files.readAllBytes(Path.of("/proc/self/cmdline"));
            var program = Path.of("/proc/self/exe").toRealPath();
            ProcessEnvironment.set(VARIABLE, LOCALE);
            replace(program, arguments);
        } catch (IOException e) {
            // Without /proc everything but such names works.
        }
    }

    /** {@code arguments} are separated by zero bytes. Returns only if the system refuses. */
    private static void replace(Path program, byte[] arguments) {
        var linker = Linker.nativeLinker();
        var execv = linker.downcallHandle(linker.defaultLookup().findOrThrow("execv"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (var arena = Arena.ofConfined()) {
            var bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, arguments);
            var starts = new ArrayList<MemorySegment>();
            for (int at = 0; at < arguments.length; at++) {
                if (at == 0 || arguments[at - 1] == 0) starts.add(bytes.asSlice(at));
            }
            var list = arena.allocate(ValueLayout.ADDRESS, starts.size() + 1L);
            for (int i = 0; i < starts.size(); i++) list.setAtIndex(ValueLayout.ADDRESS, i, starts.get(i));
            list.setAtIndex(ValueLayout.ADDRESS, starts.size(), MemorySegment.NULL);
            var _ = (int) execv.invokeExact(arena.allocateFrom(program.toString()), list);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
