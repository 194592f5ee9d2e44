package studio.parley.cli;

import java.io.PrintWriter;
import java.util.Locale;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.cli.options.Terminal;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderEventListener;

/** Prints the progress of a render for people: a live line with speed and time left, and one line for each finished line of the script. */
final class RenderProgress implements RenderEventListener {
    private final Terminal terminal;
    private double expectedTotal;
    private double expectedDone;
    private double expectedLine;
    private double spoken;
    private double worked;
    private double expectedWorked;
    private int lines;
    private String now = "";
    private long lineBegin;

    RenderProgress(PrintWriter err) {
        this.terminal = new Terminal(err);
    }

    @Override
    public void on(RenderEvent event) {
        switch (event) {
            case RenderEvent.UnitStarted u -> terminal.line(u.name() + (u.isTakenOver() ? " (left unfinished by another part)" : "") + ":");
            case RenderEvent.Waiting w -> terminal.live("waiting for " + w.units() + (w.units() == 1 ? " unit" : " units") + " of other parts");
            case RenderEvent.Started s -> started(s);
            case RenderEvent.Noticed n -> n.notices().forEach(terminal::line);
            case RenderEvent.LineStarted l -> lineStarted(l);
            case RenderEvent.Frames f -> frames(f);
            case RenderEvent.LineDone d -> done(d);
            case RenderEvent.LineHeard h -> h.report().sentences().forEach(s -> terminal.line("[" + h.line() + "/" + lines + "] " + h.speaker() + "  " + s));
            case RenderEvent.Hearing h -> terminal.live("checking the words: " + h.takes() + (h.takes() == 1 ? " take" : " takes") + " left");
            case RenderEvent.LineFailed f -> failed(f);
            case RenderEvent.Finished f -> finished(f);
        }
    }

    private void started(RenderEvent.Started s) {
        lines = s.lines();
        expectedTotal = s.expected();
        terminal.line(s.lines() + (s.lines() == 1 ? " line" : " lines") + " by " + String.join(", ", s.speakers()));
    }

    private void lineStarted(RenderEvent.LineStarted l) {
        now = "[" + l.line() + "/" + lines + "] " + l.speaker();
        expectedLine = l.expected();
        lineBegin = System.nanoTime();
        terminal.live(now + " …");
    }

    private void frames(RenderEvent.Frames f) {
        double made = f.seconds();
        double pace = (worked + (System.nanoTime() - lineBegin) / 1e9) / Math.max(0.08, spoken + made);
        terminal.live(now + "  " + TimeFormat.seconds(made) + String.format(Locale.ROOT, "  %.2f x real time", pace) + left(made));
    }

    /** Time left at the current speed, measured in expected seconds of speech. */
    private String left(double made) {
        double done = expectedWorked + Math.min(made, expectedLine);
        double took = worked + (System.nanoTime() - lineBegin) / 1e9;
        double open = expectedTotal - expectedDone - Math.min(made, expectedLine);
        return done < 0.5 ? "" : "  " + TimeFormat.clock(Math.max(0, open) * took / done, 0) + " left";
    }

    private void done(RenderEvent.LineDone d) {
        expectedDone += expectedLine;
        if (!d.reused()) {
            worked += d.took();
            spoken += d.seconds();
            expectedWorked += expectedLine;
        }
        terminal.line(now + "  " + TimeFormat.seconds(d.seconds()) + (d.reused() ? "  kept from before"
                : String.format(Locale.ROOT, "  in %.1f s", d.took())));
        for (int t = 0; t < d.checks().size(); t++) {
            var take = d.checks().size() > 1 ? "take " + (t + 1) + (t + 1 == d.chosen() ? " (used): " : ": ") : "";
            for (var words : d.checks().get(t)) terminal.line("        " + take + words);
        }
    }

    private void failed(RenderEvent.LineFailed f) {
        expectedDone += expectedLine;
        terminal.line("[" + f.line() + "/" + lines + "] " + f.speaker() + "  failed: " + f.problem().getMessage());
    }

    private void finished(RenderEvent.Finished f) {
        if (f.gain() < 1) terminal.line(String.format(Locale.ROOT, "the mix was lowered by %.1f dB to stay within full scale",
                -20 * Math.log10(f.gain())));
        var pace = spoken > 0 ? String.format(Locale.ROOT, ", %.2f x real time", worked / spoken) : "";
        terminal.line(f.output() + ": " + TimeFormat.seconds(f.seconds()) + " in " + TimeFormat.seconds(f.took()) + pace);
    }
}
