package studio.parley.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final StringWriter said = new StringWriter();
    private long seconds;

    private Terminal terminal(boolean live) {
        return new Terminal(new PrintWriter(said), live, () -> seconds * 1_000_000_000);
    }

    @Test
    void inALogProgressIsALineEveryFiveSeconds() {
        var terminal = terminal(false);
        for (; seconds <= 12; seconds++) terminal.progress(seconds + " s");
        terminal.live("never");
        assertEquals("5 s\n10 s\n", said.toString().replace("\r", ""));
    }

    @Test
    void onATerminalItIsOneLine() {
        var terminal = terminal(true);
        for (; seconds <= 12; seconds++) terminal.progress(seconds + " s");
        assertEquals(0, said.toString().lines().filter(l -> l.contains("\n")).count());
        assertEquals(13, said.toString().split("\r").length - 1);
        terminal.clear();
    }
}
