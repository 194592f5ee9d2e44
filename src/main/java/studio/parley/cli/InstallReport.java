package studio.parley.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.cli.options.Terminal;
import studio.parley.io.FreeSpace;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.model.install.InstallEvent;
import studio.parley.studio.model.install.InstallEvent.Progress;

/** The progress of getting or importing a model: in words on standard error, or as JSON events on standard output. */
final class InstallReport implements Consumer<InstallEvent> {
    private final CommandLine line;
    private final Terminal terminal;
    private final boolean json;

    InstallReport(CommandLine line, boolean json) {
        this.line = line;
        this.terminal = new Terminal(line.getErr());
        this.json = json;
    }

    @Override
    public void accept(InstallEvent event) {
        if (json) print(event);
        switch (event) {
            case InstallEvent.Found f -> {
                terminal.line(f.repository() + " at " + f.commit().substring(0, Math.min(12, f.commit().length())) + ": " + FreeSpace.text(f.bytes())
                        + (f.missing() < f.bytes() ? ", " + FreeSpace.text(f.missing()) + " to download" : ""));
                f.terms().forEach(t -> terminal.line("  " + t));
            }
            case InstallEvent.Chosen c -> terminal.line("Precision: " + c.reason() + ".");
            case InstallEvent.Notice n -> terminal.line(n.sentence());
            case InstallEvent.Waiting w -> terminal.line(w.reason().substring(0, 1).toUpperCase(Locale.ROOT) + w.reason().substring(1)
                    + ". Next attempt in " + w.seconds() + " s.");
            case Progress p -> {
                if (p.stage() != InstallEvent.Stage.DONE) terminal.progress(words(p));
            }
        }
    }

    /** The last event. */
    void installed(ModelEntry model, ModelStore store) {
        boolean isDefault = store.find(Optional.empty()).equals(model.folder());
        if (json) {
            print("event", "installed", "name", model.name(), "folder", model.folder().toString(), "precision", model.precision(), "context", model.context(),
                    "bytes", model.bytes(), "default", isDefault);
        }
        terminal.line(model.folder() + ": " + model.name() + ", " + model.precision() + ", " + FreeSpace.text(model.bytes()) + ". "
                + (isDefault ? "New projects use it." : "Run 'parley models use " + name(model.folder()) + "' to make it the default."));
    }

    /** The last event of setting up a graphics card. */
    void card(boolean ok, String words) {
        if (json) print("event", "card", "ok", ok, "words", words);
        terminal.line(words);
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static String words(Progress p) {
        var bytes = p.total() == 0 ? "" : "  " + FreeSpace.text(p.done()) + " of " + FreeSpace.text(p.total());
        var speed = p.bytesPerSecond() <= 0 ? "" : String.format(Locale.ROOT, "  %.1f MB/s", p.bytesPerSecond() / 1e6);
        var left = p.secondsLeft() < 0 ? "" : "  " + TimeFormat.clock(p.secondsLeft(), 0) + " left";
        return String.format(Locale.ROOT, "%3.0f %%  %s%s%s%s  %s", 100 * p.fraction(), p.stage().name().toLowerCase(Locale.ROOT), bytes, speed, left, p.what());
    }

    private void print(InstallEvent event) {
        switch (event) {
            case InstallEvent.Found f -> print("event", "found", "repository", f.repository(), "commit", f.commit(), "bytes", f.bytes(), "missing", f.missing(), "terms", f.terms());
            case Progress p -> print("event", "progress", "stage", p.stage().name().toLowerCase(Locale.ROOT), "fraction", Json.round(p.fraction()), "done", p.done(), "total", p.total(),
                    "bytes_per_second", Math.round(p.bytesPerSecond()), "seconds_left", Json.round(p.secondsLeft()), "what", p.what());
            case InstallEvent.Chosen c -> print("event", "precision", "precision", c.precision(), "reason", c.reason());
            case InstallEvent.Notice n -> print("event", "notice", "notice", n.sentence());
            case InstallEvent.Waiting w -> print("event", "waiting", "reason", w.reason(), "seconds", w.seconds());
        }
    }

    private void print(Object... pairs) {
        line.getOut().println(Json.of(Json.object(pairs)));
        line.getOut().flush();
    }
}
