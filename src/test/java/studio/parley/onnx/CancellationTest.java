package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Cancellation;

class CancellationTest {
    private static final Signature ONE = new Signature().input("x", ElementType.FLOAT, 1).output("y", ElementType.FLOAT, 1);
    private final OrtRuntime runtime = OrtRuntime.open(RuntimeOptions.of(DevicePreference.CPU).withThreads(1));

    @TempDir
    Path folder;

    @Test
    void aNetworkThatNeverEndsIsStoppedWithinAFrame() throws Exception {
        try (var graph = runtime.load(TinyOnnx.endless(folder), ONE); var x = Tensor.floats(3); var y = Tensor.floats(3)) {
            var endless = graph.bind().input("x", x).output("y", y);
            long begin = System.nanoTime();
            assertTimeoutPreemptively(Duration.ofMinutes(2), () -> cancelled(endless, () -> System.nanoTime() - begin > 50_000_000));
            assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Cancellation.unless(() -> System.nanoTime() - begin > 100_000_000,
                    () -> cancelled(endless, () -> false)));
        }
    }

    private static Void cancelled(Binding run, java.util.function.BooleanSupplier wished) {
        assertThrows(CancellationException.class, () -> Cancellation.unless(wished, () -> {
            run.run();
            return run;
        }));
        return null;
    }

    @Test
    void onlyTheWorkThatIsNoLongerWantedEnds() throws Exception {
        var wished = new AtomicBoolean(true);
        try (var graph = runtime.load(TinyOnnx.twice(folder), ONE); var x = Tensor.floats(2); var y = Tensor.floats(2)) {
            x.floats().put(0, 1).put(1, 2);
            var twice = graph.bind().input("x", x).output("y", y);
            cancelled(twice, wished::get);
            twice.run();
            assertArrayEquals(new float[] {2, 4}, GraphTest.read(y));
            wished.set(false);
            assertEquals(7, Cancellation.unless(wished::get, () -> {
                twice.run();
                return 7;
            }));
        }
    }

    /** Ctrl-C and System.exit: the process ends at once, and not by a crash of the library. */
    @Test
    void theEndOfTheProcessStopsANetworkThatNeverEnds() throws Exception {
        var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), EndlessChild.class.getName(), TinyOnnx.endless(folder).toString())
                .redirectErrorStream(true).start();
        child.getOutputStream().close();
        var said = new String(child.getInputStream().readAllBytes());
        assertTrue(child.waitFor(20, TimeUnit.SECONDS));
        assertEquals(EndlessChild.DONE, child.exitValue(), said);
        assertEquals("", said);
    }
}
