package studio.parley.dialogue.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.parley.problem.Problem;

/** Comma, semicolon or tab separated values as RFC 4180 has them: quotes around a field, doubled inside, line breaks allowed. */
final class CsvTable {
    /** A record and the line it starts on. */
    record Row(int line, List<String> fields) {}

    private CsvTable() {}

    /** Whether a line names a {@code speaker} and a {@code line} column. */
    static boolean isHeader(String line) {
        var names = header(line);
        return names.contains("speaker") && names.contains("line");
    }

    static List<String> header(String line) {
        return Arrays.stream(line.split(String.valueOf(separator(line)), -1))
                .map(f -> f.replace("\"", "").strip().toLowerCase(Locale.ROOT)).toList();
    }

    static char separator(String header) {
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
    }

    /** All records after the header line {@code from - 1}. */
    static List<Row> rows(ScriptSource source, int from, char separator) {
        var rows = new ArrayList<Row>();
        for (int at = from; at <= source.count(); ) {
            var text = new StringBuilder(source.line(at));
            int next = at + 1;
            int quotes = quotes(source.line(at));
            while (quotes % 2 == 1) {
                if (next > source.count()) throw unclosed(source, at);
                quotes += quotes(source.line(next));
                text.append('\n').append(source.line(next++));
            }
            if (!text.toString().isBlank()) rows.add(new Row(at, fields(text.toString(), separator)));
            at = next;
        }
        return rows;
    }

    private static Problem unclosed(ScriptSource source, int at) {
        return source.problem(at, "a quote is opened and never closed.");
    }

    private static int quotes(String line) {
        return (int) line.chars().filter(c -> c == '"').count();
    }

    private static List<String> fields(String text, char separator) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && inside && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                inside = !inside;
            } else if (c == separator && !inside) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
