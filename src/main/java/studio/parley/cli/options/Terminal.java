package studio.parley.cli.options;

import java.io.PrintWriter;
import studio.parley.dialogue.AllowedText;

/** One line that is overwritten during work, on a terminal; otherwise nothing. */
public final class Terminal {
    private static final long PAUSE_NANOS = 100_000_000;
    private final PrintWriter err;
    private final boolean live;
    private long last;
    /** Of the live line; there is one terminal, whoever writes. */
    private static volatile int width;

    public Terminal(PrintWriter err) {
        this.err = err;
        this.live = System.console() != null && System.console().isTerminal();
    }

    public boolean isLive() {
        return live;
    }

    /** Replaces the live line, at most ten times a second. */
    public void live(String text) {
        if (!live || System.nanoTime() - last < PAUSE_NANOS) return;
        last = System.nanoTime();
        var line = AllowedText.shortened(text, 100);
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }

    /** Removes the live line. */
    public void clear() {
        if (live && width > 0) err.print("\r" + " ".repeat(width) + "\r");
        err.flush();
        width = 0;
    }

    /** A permanent line. */
    public void line(String text) {
        clear();
        err.println(text);
        err.flush();
    }
}
