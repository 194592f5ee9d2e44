package studio.parley.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ShutdownHookTest {
    /** A process that tries to begin something while it ends. */
    public static final class Ending {
        private Ending() {}

        public static void main(String[] args) {
            ShutdownHook.add(new Thread(() -> {
                try {
                    ShutdownHook.add(new Thread());
                } catch (CancellationException e) {
                    System.out.print("cancelled");
                }
            }));
        }
    }

    @Test
    void nothingNewBeginsWhileTheProcessEnds() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Ending.class.getName())).start();
        assertEquals("cancelled", new String(child.getInputStream().readAllBytes()));
        assertEquals(0, child.waitFor());
    }
}
