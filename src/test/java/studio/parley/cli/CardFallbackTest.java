package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.onnx.FakeCard;

/** Commands go on when the graphics card fails, with the bundled voice: the same files as on the processor, one sentence, exit code 0. */
class CardFallbackTest {
    private static final String FULL = "CUDA failure 2: out of memory ; GPU=0 ; hostname=vm ; file=/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_allocator.cc";

    @TempDir
    Path folder;

    private record Run(int code, String err) {}

    private static Run run(String... arguments) {
        var err = new StringWriter();
        int code = ParleyCommand.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
        return new Run(code, err.toString());
    }

    private Path render(String name, String device) throws Exception {
        var script = Files.writeString(folder.resolve("script.txt"), "Ann: Yes.\nBen: No.\n");
        var out = folder.resolve(name);
        var run = run("render", script.toString(), "-o", out.toString(), "--model", "assets/voice", "--device", device, "--max-length", "400", "--no-watermark");
        assertEquals(0, run.code(), run.err());
        boolean onCard = !device.equals("cpu");
        assertEquals(onCard ? 2 : 1, run.err().split("The graphics card cannot be used \\(its memory is full\\)", -1).length, run.err());
        assertFalse(run.err().contains("onnxruntime"), run.err());
        return out;
    }

    @Test
    void aRenderGoesOnInTheMiddleOfALine() throws Exception {
        var wanted = Files.readAllBytes(render("cpu.wav", "cpu"));
        for (var device : new String[] {"auto", "cuda"}) {
            try (var card = FakeCard.failingAtRun(9, FULL)) {
                assertArrayEquals(wanted, Files.readAllBytes(render(device + ".wav", device)), device);
                assertTrue(card.runs() >= 9);
            }
        }
    }

    @Test
    void aLineThatIsBegunStartsAgain() throws Exception {
        var cpu = folder.resolve("cpu.wav");
        var card = folder.resolve("card.wav");
        String[] say = {"say", "Hello there.", "--model", "assets/voice", "--max-length", "480", "--seed", "3", "--no-watermark", "-o"};
        assertEquals(0, run(with(say, cpu.toString(), "--device", "cpu")).code());
        try (var failing = FakeCard.failingAtRun(6, FULL)) {
            var run = run(with(say, card.toString()));
            assertEquals(0, run.code(), run.err());
            assertTrue(run.err().contains("so the processor computes instead."), run.err());
            assertTrue(failing.runs() >= 6);
        }
        assertArrayEquals(Files.readAllBytes(cpu), Files.readAllBytes(card));
    }

    private static String[] with(String[] begin, String... end) {
        var all = java.util.Arrays.copyOf(begin, begin.length + end.length);
        System.arraycopy(end, 0, all, begin.length, end.length);
        return all;
    }
}
