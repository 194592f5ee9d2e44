package studio.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderWatcher;

/** Tells a machine how a render goes: one JSON object on each line, with an {@code event} of read, started, line or finished. */
final class RenderJson implements RenderWatcher {
    private final PrintWriter out;
    private final Interruption interruption;

    RenderJson(PrintWriter out, Interruption interruption) {
        this.out = out;
        this.interruption = interruption;
    }

    @Override
    public boolean isCancelled() {
        return interruption.isWished();
    }

    @Override
    public void on(RenderEvent event) {
        switch (event) {
            case RenderEvent.Started s -> print("event", "started", "lines", s.lines(), "speakers", s.speakers(), "work", s.workFolder()
                    .toString());
            case RenderEvent.Noticed n -> print("event", "read", "notices", n.notices());
            case RenderEvent.LineStarted l -> { }
            case RenderEvent.Frames f -> { }
            case RenderEvent.LineDone d -> print("event", "line", "line", d.line(), "id", d.words().id(), "speaker", d.speaker(), "text", d.words().text(),
                    "reused", d.reused(),
                    "seconds", Json.round(d.seconds()), "took", Json.round(d.took()), "takes", d.checks().size(), "chosen", d.chosen(),
                            "checks", d.checks());
            case RenderEvent.LineFailed f -> print("event", "failed", "line", f.line(), "id", f.words().id(), "speaker", f.speaker(), "text", f.words().text(),
                    "problem", String.valueOf(f.problem().getMessage()));
            case RenderEvent.Finished f -> print("event", "finished", "output", f.output().toString(), "seconds", Json.round(f.seconds()),
                    "took", Json.round(f.took()), "files", f.files().stream().map(Path::toString).toList());
        }
    }

    private void print(Object... pairs) {
        out.println(Json.of(Json.object(pairs)));
        out.flush();
    }
}
