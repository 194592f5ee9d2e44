package studio.parley.studio.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.parley.dialogue.script.format.CsvGuard;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement.Part;

/** Tables and label files. */
public final class CsvExport {
    private CsvExport() {}

    /** {@code speaker,line,start_time,end_time} in seconds, the format ElevenLabs reads and writes. */
    public static String csv(Arrangement arrangement) {
        var rows = new StringBuilder("speaker,line,start_time,end_time\r\n");
        for (var p : Subtitles.byTime(arrangement)) {
            row(rows, List.of(p.speaker().name(), Subtitles.oneLine(p.line().text()), Subtitles.seconds(arrangement.seconds(p.start()), 3), Subtitles.seconds(arrangement.seconds(p.end()), 3)));
        }
        return rows.toString();
    }

    /** A cue sheet for a dubbing stage: every line, including those without a take; {@code files} gives each part's clip file. */
    public static String cueSheet(Document document, Arrangement arrangement, Function<Part, String> files) {
        var rows = new StringBuilder("number,speaker,line,direction,start_time,end_time,duration,take,stars,flagged,checks,file\r\n");
        for (int i = 0; i < document.lines().size(); i++) {
            var line = document.lines().get(i);
            var part = arrangement.part(line.id());
            var own = document.decoration(line.id());
            row(rows, List.of("" + (i + 1), document.conversation().speaker(line.speaker()).name(), Subtitles.oneLine(line.text()), line.direction(),
                    part.map(p -> Subtitles.seconds(arrangement.seconds(p.start()), 3)).orElse(""), part.map(p -> Subtitles.seconds(arrangement.seconds(p.end()), 3)).orElse(""),
                    part.map(p -> Subtitles.seconds(arrangement.seconds(p.frames()), 3)).orElse(""), part.map(p -> p.take().id()).orElse(""),
                    part.map(p -> own.stars().containsKey(p.take().id()) ? "" + own.stars().get(p.take().id()) : "").orElse(""),
                    own.flagged() ? "yes" : "", part.map(p -> String.join("; ", p.take().checks())).orElse(""), part.map(files).orElse("")));
        }
        return rows.toString();
    }

    /** Audacity's label track: start, end and text between tabs. */
    public static String labels(Document document, Arrangement arrangement) {
        var out = new StringBuilder();
        for (var p : Subtitles.byTime(arrangement)) {
            label(out, arrangement.seconds(p.start()), arrangement.seconds(p.end()), p.speaker().name() + ": " + p.line().text());
        }
        for (var m : document.markers()) label(out, m.millis() / 1000.0, m.millis() / 1000.0, m.label());
        return out.toString();
    }

    private static void label(StringBuilder out, double from, double to, String text) {
        out.append(Subtitles.seconds(from, 6)).append('\t').append(Subtitles.seconds(to, 6)).append('\t').append(Subtitles.oneLine(text)).append('\n');
    }

    /** Audacity's list of files: each opens as a separate track, from the start. */
    public static String lof(List<String> files) {
        return "window\n" + files.stream().map(f -> "file \"" + f + "\" offset 0\n").collect(Collectors.joining());
    }

    static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(CsvExport::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    /** RFC 4180, without cells that a spreadsheet would read as formulas. */
    private static String cell(String text) {
        var cell = CsvGuard.guarded(text);
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r') && cell.equals(cell.strip());
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
