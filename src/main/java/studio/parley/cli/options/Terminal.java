package studio.parley.cli.options;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import studio.parley.dialogue.AllowedText;

/** What is said during work: on a terminal one line that is overwritten, otherwise now and then a line. */
public final class Terminal {
    private static final long PAUSE_NANOS = 100_000_000;
    /** Between two lines of a log. */
    private static final long LOG_PAUSE_NANOS = 5_000_000_000L;
    private final PrintWriter err;
    private final boolean live;
    private final LongSupplier nanos;
    private long last;
    private long logged;
    /** Of the live line; there is one terminal, whoever writes. */
    private static volatile int width;

    public Terminal(PrintWriter err) {
        this(err, System.console() != null && System.console().isTerminal(), System::nanoTime);
    }

    /** @param nanos a clock that only counts */
    Terminal(PrintWriter err, boolean live, LongSupplier nanos) {
        this.err = err;
        this.live = live;
        this.nanos = nanos;
        this.logged = nanos.getAsLong();
        this.last = logged - PAUSE_NANOS;
    }

    /** How far work is that may take long: replaces the live line; where there is none, prints a line at most every five seconds. */
    public void progress(String text) {
        live(text);
        if (live || nanos.getAsLong() - logged < LOG_PAUSE_NANOS) return;
        logged = nanos.getAsLong();
        line(text);
    }

    /** Replaces the live line, at most ten times a second; where there is none, nothing is printed. */
    public void live(String text) {
        if (!live || nanos.getAsLong() - last < PAUSE_NANOS) return;
        last = nanos.getAsLong();
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
