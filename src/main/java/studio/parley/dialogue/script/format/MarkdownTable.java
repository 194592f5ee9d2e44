package studio.parley.dialogue.script.format;

import java.util.regex.Pattern;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.source.ScriptSource;

/** Markdown tables: one with a column of speakers and one of lines is read, others are skipped. */
final class MarkdownTable {
    private static final Pattern RULE = Pattern.compile("[\\s:|-]*-[\\s:|-]*");

    private MarkdownTable() {}

    /** Whether a line has bars around it, or is above the separator row of a table. */
    static boolean begins(ScriptSource source, int at) {
        return isRow(source.line(at)) || source.line(at).contains("|") && at < source.count() && isRule(source.line(at + 1));
    }

    /** Whether a line is the header of a table of speakers and lines. */
    static boolean isOfSpeakers(String line) {
        return isRow(line) && CsvColumns.isHeader(line.strip());
    }

    /** Reads or skips the table that begins here; returns the line after it. */
    static int read(ScriptSource source, int at, ScriptBuilder builder) {
        int end = at;
        while (!source.isBlank(end) && source.line(end).contains("|")) end++;
        boolean isRead = CsvColumns.isHeader(source.line(at).strip()) && CsvFormat.readTable(source, at, end - 1, builder);
        for (int i = at; i < end && !isRead; i++) if (!isRule(source.line(i))) builder.notices().passOver(i, "row of a table", source.line(i));
        return end;
    }

    private static boolean isRow(String line) {
        var text = line.strip();
        return text.length() > 2 && text.startsWith("|") && text.endsWith("|");
    }

    private static boolean isRule(String line) {
        return line.contains("|") && RULE.matcher(line.strip()).matches();
    }
}
