package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.cli.options.StandardInput;
import studio.parley.dialogue.Delivery;
import studio.parley.playback.device.AudioOut;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.ConsoleSession;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/** The console's dialogue with typed lines, on the tiny model. */
class ConsoleTest {
    private static final Path MODEL = Path.of("src/test/resources/test-model");
    private static final Delivery SHORT = new Delivery(null, null, 480, null);
    @TempDir
    Path folder;
    private final StringWriter out = new StringWriter();
    private final String usualHome = System.getProperty("parley.home");

    @BeforeEach
    void begin() {
        System.setProperty("parley.home", folder.resolve("home").toString());
    }

    @AfterEach
    void tidy() {
        System.setProperty("parley.home", usualHome);
    }

    private void type(Reader input, Delivery delivery, Optional<Interrupting> card) {
        var writer = new PrintWriter(out);
        try (var interrupt = new LineInterrupt(() -> ConsoleDialogue.tellHowToLeave(writer));
                var model = LoadedModel.open(MODEL, "cpu", 1, Optional.empty(), AppDirectories.ofUser(), s -> { });
                var sound = card.map(c -> StreamingPlayback.through(c.with(interrupt), model.rate(), writer)).orElseGet(StreamingPlayback::silent);
                var session = new ConsoleSession(model, AppDirectories.ofUser(), WatermarkApplier.none(), folder, ClipPreset.named("none"), delivery, 1,
                        Integer.MAX_VALUE)) {
            new ConsoleDialogue(session, sound, interrupt, new BufferedReader(input), writer).run();
        }
        writer.flush();
    }

    private void type(String text) {
        type(new StringReader(text), SHORT, Optional.empty());
    }

    @Test
    void commandsAreUnderstoodInAnyCaseAndBetweenBlanks() {
        type(" $swap$\n$Swap$ \n\t$back$\nHello.\n $clear$ \n$exit$\nNever said.\n");
        assertTrue(out.toString().contains("Speaker set to 2"), out::toString);
        assertTrue(out.toString().contains("Speaker 1: Hello."), out::toString);
        assertTrue(out.toString().contains("Cleared."), out::toString);
        assertFalse(out.toString().contains("Never said"), out::toString);
        assertTrue(out.toString().endsWith("Exiting..." + System.lineSeparator()), out::toString);
    }

    @Test
    void theHistoryNamesWhoSpoke() {
        type("First.||Second.||Third.0\n$HISTORY$\n");
        var history = out.toString().substring(out.toString().indexOf("Conversation history:"));
        assertEquals("Speaker 0: First.|Speaker 1: Second.|Speaker 0: Third.",
                String.join("|", history.lines().skip(1).limit(3).toList()));
    }

    @Test
    void inputThatEndsOrCannotBeReadEndsTheConsole() {
        type("");
        type(new Reader() {
            @Override
            public int read(char[] to, int from, int count) throws IOException {
                throw new IOException("Bad file descriptor");
            }

            @Override
            public void close() {}
        }, SHORT, Optional.empty());
        assertEquals(2, out.toString().lines().filter(l -> l.endsWith("Exiting...")).count(), out::toString);
    }

    @Test
    void ctrlCStopsTheLineAndNotTheConsole() throws Exception {
        type(new StringReader("Stop here.\n$HISTORY$\n"), new Delivery(null, null, 60_000, null), Optional.of(new Interrupting()));
        assertTrue(out.toString().contains("Stopped."), out::toString);
        assertTrue(out.toString().contains("Conversation history:"), out::toString);
        assertFalse(out.toString().contains("Speaker 0: Stop here." + System.lineSeparator() + "Speaker 0"), out::toString);
        assertFalse(Files.exists(folder.resolve("audio.wav")));
    }

    @Test
    void ctrlCStopsWhatIsStillToBeHeard() {
        type(new StringReader("One.\n"), SHORT, Optional.of(new Interrupting()));
        assertTrue(out.toString().contains("Stopped."), out::toString);
    }

    @Test
    void filesOfTheVirtualMachineAreNoInput() throws Exception {
        assertTrue(StandardInput.isOwn(Path.of(System.getProperty("java.home"), "lib", "modules")));
        assertFalse(StandardInput.isOwn(Files.writeString(folder.resolve("prompts.txt"), "Hello.\n")));
    }

    /** A sound card during whose first piece somebody presses Ctrl-C. */
    private static final class Interrupting implements AudioOut {
        private Optional<LineInterrupt> ctrlC = Optional.empty();

        Interrupting with(LineInterrupt interrupt) {
            ctrlC = Optional.of(interrupt);
            return this;
        }

        @Override
        public void write(float[] samples) {
            ctrlC.ifPresent(LineInterrupt::press);
        }

        @Override
        public int available() {
            return Integer.MAX_VALUE;
        }

        @Override
        public long heardFrames() {
            return 0;
        }

        @Override
        public long flush() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
