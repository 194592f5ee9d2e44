package studio.parley.io;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;

/** The environment of this process for native code; Java's own view ({@code System.getenv}) is a copy and does not change. */
public final class ProcessEnvironment {
    private ProcessEnvironment() {}

    /** Sets a variable unless this process was started with it; like {@link #set}. */
    public static void setIfMissing(String name, String value) {
        if (System.getenv(name) == null) set(name, value);
    }

    /** Sets or replaces a variable. To be called before other threads run native code. */
    public static void set(String name, String value) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        var linker = Linker.nativeLinker();
        var function = linker.defaultLookup().findOrThrow(windows ? "_putenv_s" : "setenv");
        var text = ValueLayout.ADDRESS;
        var parameters = windows ? new MemoryLayout[] {text, text} : new MemoryLayout[] {text, text, ValueLayout.JAVA_INT};
        var call = linker.downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
        try (var arena = Arena.ofConfined()) {
            var key = arena.allocateFrom(name);
            var words = arena.allocateFrom(value);
            int failed = windows ? (int) call.invokeExact(key, words) : (int) call.invokeExact(key, words, 1);
            if (failed != 0) throw new IllegalStateException(name + " cannot be set (" + failed + ")");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
