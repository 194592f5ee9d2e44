package studio.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.parley.dialogue.Line;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderEventListener;
import studio.parley.studio.transcription.WordReport;

/** Prints the progress of a render for programs: one JSON object per line, with an {@code event} of unit, read, started, line, words, failed or finished. */
record RenderJson(PrintWriter out) implements RenderEventListener {
    @Override
    public void on(RenderEvent event) {
        switch (event) {
            case RenderEvent.UnitStarted u -> print("event", "unit", "name", u.name(), "lines", u.lines(), "taken_over", u.isTakenOver());
            case RenderEvent.Waiting w -> { }
            case RenderEvent.Started s -> print("event", "started", "lines", s.lines(), "speakers", s.speakers(), "work", s.workFolder()
                    .toString());
            case RenderEvent.Noticed n -> print("event", "read", "notices", n.notices());
            case RenderEvent.LineStarted l -> { }
            case RenderEvent.Frames f -> { }
            case RenderEvent.LineDone d -> print(line("line", d.line(), d.place(), d.speaker(), d.words()), "reused", d.reused(),
                    "seconds", Json.round(d.seconds()), "took", Json.round(d.took()), "takes", d.checks().size(), "chosen", d.chosen(),
                    "checks", d.checks());
            case RenderEvent.LineHeard h -> print(line("words", h.line(), h.place(), h.speaker(), h.words()), "heard", h.report().heard(),
                    "word_error_rate", Json.round(h.report().rate()), "findings", findings(h.report()));
            case RenderEvent.Hearing h -> { }
            case RenderEvent.LineFailed f -> print(line("failed", f.line(), f.place(), f.speaker(), f.words()),
                    "problem", String.valueOf(f.problem().getMessage()));
            case RenderEvent.Finished f -> print("event", "finished", "output", f.output().toString(), "seconds", Json.round(f.seconds()),
                    "took", Json.round(f.took()), "files", f.files().stream().map(Path::toString).toList());
        }
    }

    static List<Map<String, Object>> findings(WordReport report) {
        return report.findings().stream().map(f -> Json.object("kind", f.kind().name().toLowerCase(Locale.ROOT), "from", f.from(), "to", f.to(), "written", f.written(),
                "heard", f.heard(), "message", f.sentence())).toList();
    }

    private static Map<String, Object> line(String event, int line, RenderEvent.Place place, String speaker, Line words) {
        var object = Json.object("event", event, "line", line, "number", place.number(), "id", words.id());
        place.textLine().ifPresent(text -> object.put("script_line", text));
        object.putAll(Json.object("speaker", speaker, "text", words.text()));
        return object;
    }

    private void print(Object... pairs) {
        print(Json.object(), pairs);
    }

    private void print(Map<String, Object> begun, Object... pairs) {
        begun.putAll(Json.object(pairs));
        out.println(Json.of(begun));
        out.flush();
    }
}
