package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import studio.parley.cli.options.DeliveryOptions;
import studio.parley.cli.options.ReferenceArgument;
import studio.parley.cli.options.StandardInput;
import studio.parley.cli.options.StandardOutput;
import studio.parley.dialogue.Delivery;
import studio.parley.problem.Problem;
import studio.parley.studio.ClipTranscripts;
import studio.parley.studio.project.script.ScriptRenderOptions;

/** What the arguments of commands mean. */
class ArgumentsTest {
    @TempDir
    Path folder;

    private static Delivery delivery(String... arguments) {
        var options = new DeliveryOptions();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options)).parseArgs(arguments);
        return options.delivery();
    }

    private static String refusal(String... arguments) {
        return assertThrows(Problem.class, () -> delivery(arguments)).getMessage();
    }

    @Test
    void deliveries() {
        assertEquals(Delivery.INHERITED, delivery());
        assertEquals(Delivery.CLONE, delivery("--preset", "Clone"));
        assertEquals(Delivery.GREEDY, delivery("--preset", "greedy"));
        assertEquals(new Delivery(0.7, 20, 80, null), delivery("--preset", "clone", "--temperature", "0.7", "--max-length", "80"));
        assertEquals(new Delivery(10.0, 1, 1, null), delivery("--temperature", "10", "--top-k", "1", "--max-length", "1"));
        assertEquals("--temperature 10.1 is out of range. Use a number from 0 to 10.", refusal("--temperature", "10.1"));
        assertEquals("--temperature NaN is out of range. Use a number from 0 to 10.", refusal("--temperature", "NaN"));
        assertEquals("--top-k 0 is below 1. Use 1 or more.", refusal("--top-k", "0"));
        assertEquals("--max-length 0 is below 1. Enter a length in milliseconds.", refusal("--max-length", "0"));
        assertTrue(refusal("--preset", "shout").contains("There is no preset 'shout'"));
    }

    /** Numbered in order from 0, or by their own number; an equals sign in a file's name is part of it. */
    @Test
    void references() throws Exception {
        for (var name : List.of("a", "b=1", "c")) {
            Files.writeString(folder.resolve(name + ".wav"), "");
            Files.writeString(folder.resolve(name + ".txt"), "Words of " + name + ".");
        }
        var clips = ReferenceArgument.clips(List.of(folder + "/a.wav", "-7=" + folder + "/b=1.wav", folder + "/c.wav"), ClipTranscripts.WRITTEN);
        assertEquals(List.of(0, -7, 2), clips.stream().map(c -> c.speaker()).toList());
        assertEquals(List.of("Words of a.", "Words of b=1.", "Words of c."), clips.stream().map(c -> c.transcript()).toList());
        var bad = assertThrows(Problem.class, () -> ReferenceArgument.clips(List.of("1=a\0b"), ClipTranscripts.WRITTEN)).getMessage();
        assertTrue(bad.endsWith("is not a valid file name."), bad);
    }

    @Test
    void standardInputAndOutputHaveManyNames() {
        for (var name : List.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")) {
            assertEquals(ScriptRenderOptions.STANDARD_OUTPUT, StandardOutput.named(Path.of(name)));
        }
        assertEquals(Path.of("a-.wav"), StandardOutput.named(Path.of("a-.wav")));
        assertTrue(StandardInput.isMeant(Path.of("-")));
        assertFalse(StandardInput.isMeant(Path.of("script.txt")));
    }
}
