package studio.parley.dialogue.script.format;

import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.ScriptTime;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Reads tables with a speaker and a line in each row, such as {@code speaker,line,start_time,end_time}, the format that ElevenLabs uses;
 * see {@link CsvColumns} for other headers. A start time pins the line.
 */
public final class CsvFormat {
    private final ScriptSource source;
    private final ScriptBuilder builder;
    private Optional<String> speaker = Optional.empty();

    private CsvFormat(ScriptSource source, ScriptBuilder builder) {
        this.source = source;
        this.builder = builder;
    }

    public static ParsedScript read(ScriptSource source) {
        return new CsvFormat(source, new ScriptBuilder(source)).read();
    }

    /** Adds the Markdown table between two lines to a conversation; false if its header does not name the columns. */
    static boolean readTable(ScriptSource source, int first, int last, ScriptBuilder builder) {
        var rows = CsvTable.rows(source, first, last);
        var columns = CsvColumns.of(rows.getFirst().fields(), rows.subList(1, rows.size()));
        if (columns.isEmpty()) return false;
        var table = new CsvFormat(source, builder);
        table.columns(columns.get());
        for (var row : rows.subList(1, rows.size())) {
            table.row(columns.get(), new CsvTable.Row(row.line(), row.fields().stream().map(MarkdownText::plain).toList()));
        }
        return true;
    }

    private ParsedScript read() {
        var rows = CsvTable.rows(source);
        if (rows.isEmpty()) return builder.build(ScriptFormat.CSV);
        var body = rows.subList(1, rows.size());
        var named = CsvColumns.of(rows.getFirst().fields(), body);
        var columns = named.or(() -> guessed(rows)).orElseThrow(() -> source.problem(rows.getFirst().line(),
                "The first line must name the columns, as in: speaker,line,start_time,end_time."));
        columns(columns);
        for (var row : named.isPresent() ? body : rows) row(columns, row);
        return builder.build(ScriptFormat.CSV);
    }

    /** Two columns without a header: speaker and text. */
    private Optional<CsvColumns> guessed(List<CsvTable.Row> rows) {
        boolean isPairs = rows.stream().allMatch(r -> r.fields().size() == 2) && rows.stream().filter(r -> SpeakerNameRules.isName(r.field(0))).count() * 2 >= rows.size();
        if (!isPairs) return Optional.empty();
        builder.notices().say("The table has no header; its first column was read as the speaker and the second as the line.");
        return Optional.of(new CsvColumns(0, 1, -1, -1, 2, List.of()));
    }

    private void row(CsvColumns columns, CsvTable.Row row) {
        var name = row.field(columns.speaker()).replaceAll("\\s+", " ").strip();
        var words = row.field(columns.words());
        if (words.isBlank()) {
            builder.notices().passOver(row.line(), "row without text", String.join(" ", row.fields()));
            return;
        }
        if (name.isEmpty() || name.length() > SpeakerNameRules.LONGEST) unnamed(columns, row, name);
        else speaker = Optional.of(name);
        if (row.fields().size() > columns.fields() && !String.join("", row.fields().subList(columns.fields(), row.fields().size())).isBlank()) {
            builder.notices().passOver(row.line(), "cell without a column", String.join(" ", row.fields().subList(columns.fields(), row.fields().size())));
        }
        builder.say(row.line(), builder.speaker(speaker.orElseThrow()).number(), row.field(columns.direction()).strip(), words, start(columns, row));
    }

    private void columns(CsvColumns columns) {
        columns.others().forEach(o -> builder.notices().say("Column “" + o + "” was ignored."));
    }

    private void unnamed(CsvColumns columns, CsvTable.Row row, String name) {
        if (!name.isEmpty()) builder.notices().passOver(row.line(), "name of more than 200 characters", name);
        else if (columns.speaker() >= 0) builder.notices().at(row.line(), "A row without a speaker was given to the previous speaker");
        if (speaker.isEmpty()) speaker = Optional.of("Narrator");
    }

    private TimingRelation start(CsvColumns columns, CsvTable.Row row) {
        var start = row.field(columns.start()).strip();
        if (start.isEmpty()) return TimingRelation.NEXT;
        var millis = ScriptTime.millis(start.replaceFirst("(?i)\\s*s(?:ec(?:onds?)?)?$", ""));
        if (millis.isEmpty()) builder.notices().at(row.line(), "A start time that is not valid was ignored; the line follows the previous one");
        return millis.isPresent() ? new TimingRelation.PinnedAt(millis.getAsInt()) : TimingRelation.NEXT;
    }
}
