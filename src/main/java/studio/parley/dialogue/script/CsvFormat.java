package studio.parley.dialogue.script;

import java.util.List;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Relation;

/** Reads {@code speaker,line[,start_time,end_time]}, the shape ElevenLabs exchanges; a start time pins the line. */
final class CsvFormat {
    private CsvFormat() {}

    static Conversation read(ScriptSource source) {
        var builder = new ScriptBuilder(source);
        int head = 1;
        while (head <= source.count() && source.line(head).isBlank()) head++;
        if (head > source.count()) return builder.build();
        var names = CsvTable.header(source.line(head));
        if (!CsvTable.isHeader(source.line(head))) {
            throw source.problem(head, "the first line must name the columns, as in: speaker,line,start_time,end_time.");
        }
        for (var row : CsvTable.rows(source, head + 1, CsvTable.separator(source.line(head)))) row(source, builder, names, row);
        return builder.build();
    }

    private static void row(ScriptSource source, ScriptBuilder builder, List<String> names, CsvTable.Row row) {
        var speaker = field(names, row, "speaker").replaceAll("\\p{Cntrl}", " ").strip();
        var words = field(names, row, "line");
        var start = field(names, row, "start_time").strip();
        if (speaker.isEmpty() || speaker.length() > 200) throw source.problem(row.line(),
                "the speaker column needs a name of up to 200 characters.");
        if (words.isBlank()) throw source.problem(row.line(), speaker + " has no words; fill the line column or take the row out.");
        Relation relation = Relation.NEXT;
        if (!start.isEmpty()) {
            relation = new Relation.PinnedAt(Clock.millis(start)
                    .orElseThrow(() -> source.problem(row.line(), "'" + start + "' is no time; write 00:01:02.500 or seconds.")));
        }
        builder.say(row.line(), builder.speaker(speaker).number(), words, relation);
    }

    private static String field(List<String> names, CsvTable.Row row, String name) {
        int column = names.indexOf(name);
        return column < 0 || column >= row.fields().size() ? "" : row.fields().get(column);
    }
}
