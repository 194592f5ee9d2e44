package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import studio.parley.dialogue.Delivery;
import studio.parley.playback.AudioOut;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.studio.RenderRequest;

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
        var clips = ReferenceArgument.clips(List.of(folder + "/a.wav", "-7=" + folder + "/b=1.wav", folder + "/c.wav"));
        assertEquals(List.of(0, -7, 2), clips.stream().map(c -> c.speaker()).toList());
        assertEquals(List.of("Words of a.", "Words of b=1.", "Words of c."), clips.stream().map(c -> c.transcript()).toList());
        var bad = assertThrows(Problem.class, () -> ReferenceArgument.clips(List.of("1=a\0b"))).getMessage();
        assertTrue(bad.endsWith("is not a valid file name."), bad);
    }

    @Test
    void standardInputAndOutputHaveManyNames() {
        for (var name : List.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")) {
            assertEquals(RenderRequest.STANDARD_OUTPUT, StandardOutput.named(Path.of(name)));
        }
        assertEquals(Path.of("a-.wav"), StandardOutput.named(Path.of("a-.wav")));
        assertTrue(StandardInput.isMeant(Path.of("-")));
        assertFalse(StandardInput.isMeant(Path.of("script.txt")));
    }

    /** A sound card that hears a little more each time it is asked. */
    private static final class Card implements AudioOut {
        private final List<String> done = new ArrayList<>();
        private long heard;

        @Override
        public void play(float[] mono) {
            done.add("play " + mono.length);
        }

        @Override
        public int room() {
            return 1000;
        }

        @Override
        public long heardFrames() {
            return heard += 100;
        }

        @Override
        public void drain() {
            done.add("drained at " + heard);
        }

        @Override
        public long flush() {
            done.add("flushed");
            heard = 0;
            return 0;
        }

        @Override
        public String describe() {
            return "a card";
        }

        @Override
        public void close() {
            done.add("closed");
        }
    }

    /** All is heard before a command ends; an attempt that is thrown away is not. */
    @Test
    void theSoundIsHeardToItsEnd() {
        var card = new Card();
        try (var sound = new StreamingPlayback(card)) {
            assertTrue(sound.wantsSound());
            sound.sound(new float[5000]);
            sound.restart();
            sound.sound(new float[250]);
            sound.sound(new float[200]);
            sound.drain();
        }
        assertEquals(List.of("play 5000", "flushed", "play 250", "play 200", "drained at 500", "closed"), card.done);
    }

    @Test
    void whoeverInterruptsNeedNotHearItOut() {
        var card = new Card();
        var cancelled = new AtomicBoolean();
        try (var sound = new StreamingPlayback(card)) {
            sound.sound(new float[1_000_000]);
            cancelled.set(true);
            assertThrows(CancellationException.class, () -> Cancellation.unless(cancelled::get, () -> {
                sound.drain();
                return card;
            }));
        }
        assertEquals(List.of("play 1000000", "closed"), card.done);
    }

    @Test
    void withoutSoundNothingIsDecodedForIt() {
        try (var silent = StreamingPlayback.open(24_000, true, null)) {
            assertFalse(silent.wantsSound());
        }
    }
}
