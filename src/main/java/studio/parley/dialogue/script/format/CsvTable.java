package studio.parley.dialogue.script.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Values separated by commas, semicolons, tabs or bars, as in RFC 4180: fields may be quoted, with doubled quotes and line breaks inside. A
 * first line {@code sep=;}, as spreadsheets write it, sets the separator.
 */
public final class CsvTable {
    /** A record and the line it starts on. */
    record Row(int line, List<String> fields) {
        boolean isBlank() {
            return fields.stream().allMatch(String::isBlank);
        }

        String field(int column) {
            return column < 0 || column >= fields.size() ? "" : fields.get(column);
        }
    }

    private static final String SEPARATORS = ",;\t|";

    private final ScriptSource source;
    private final char separator;
    /** A Markdown table, with bars around its rows, {@code \\|} for a bar in a cell, and literal quotes. */
    private final boolean barred;
    private final List<Row> rows = new ArrayList<>();
    private List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean inQuotes;

    private CsvTable(ScriptSource source, char separator, boolean barred) {
        this.source = source;
        this.separator = separator;
        this.barred = barred;
    }

    private static CsvTable of(ScriptSource source, String header) {
        char separator = separator(header);
        return new CsvTable(source, separator, separator == '|' && header.strip().startsWith("|"));
    }

    /** All records that are not blank, including the header. */
    static List<Row> rows(ScriptSource source) {
        int first = 1;
        while (first <= source.count() && source.isBlank(first)) first++;
        if (first > source.count()) return List.of();
        var named = named(source.line(first));
        var table = named.isPresent() ? new CsvTable(source, (char) named.getAsInt(), false) : of(source, source.line(first));
        table.read(named.isPresent() ? first + 1 : first, source.count());
        return table.rows;
    }

    /** The same for a Markdown table, between two lines. */
    static List<Row> rows(ScriptSource source, int first, int last) {
        var table = new CsvTable(source, '|', true);
        table.read(first, last);
        return table.rows;
    }

    /** The fields of a single line. */
    static List<String> fields(String line) {
        var table = of(ScriptSource.of("", line), line);
        table.line(line);
        table.endField();
        return table.fields;
    }

    /** The separator set by a line {@code sep=;}. */
    public static OptionalInt named(String line) {
        var bare = line.strip().replaceAll("^\"|\"$", "");
        boolean isTab = line.startsWith("sep=\t") || bare.equalsIgnoreCase("sep=\\t");
        if (isTab) return OptionalInt.of('\t');
        return bare.length() == 5 && bare.regionMatches(true, 0, "sep=", 0, 4) ? OptionalInt.of(bare.charAt(4)) : OptionalInt.empty();
    }

    /** The separator that occurs most often outside quotes. */
    static char separator(String line) {
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            long count = 0;
            boolean quoted = false;
            for (char c : line.toCharArray()) {
                if (c == '"') quoted = !quoted;
                else if (c == candidate && !quoted) count++;
            }
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private void read(int from, int to) {
        int begin = from;
        for (int at = from; at <= to; at++) {
            line(source.line(at));
            if (inQuotes) {
                field.append('\n');
                continue;
            }
            endField();
            add(new Row(begin, fields));
            fields = new ArrayList<>();
            begin = at + 1;
        }
        if (inQuotes) throw source.problem(begin, "A quotation mark is opened and never closed. Close it.");
    }

    private void add(Row row) {
        boolean isRule = separator == '|' && row.fields().stream().allMatch(f -> f.matches("[\\s:-]*"));
        if (!row.isBlank() && !isRule) rows.add(row);
    }

    private void line(String line) {
        var text = separator == '|' ? line.strip().replaceAll("^\\||\\|$", "") : line;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (barred && c == '\\' && text.startsWith("|", i + 1)) field.append(text.charAt(++i));
            else if (inQuotes && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') field.append(text.charAt(i++));
            else if (inQuotes && c == '"') inQuotes = false;
            else if (c == '"' && !barred && field.toString().isBlank()) open();
            else if (c == separator && !inQuotes) endField();
            else field.append(c);
        }
    }

    private void open() {
        field.setLength(0);
        inQuotes = true;
    }

    private void endField() {
        fields.add(CsvGuard.opened(field.toString()));
        field.setLength(0);
    }
}
