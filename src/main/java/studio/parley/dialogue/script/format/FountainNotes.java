package studio.parley.dialogue.script.format;

import java.util.ArrayList;
import java.util.List;
import studio.parley.dialogue.script.source.ScriptSource;

/** Removes boneyard ({@code /* … *}{@code /}) and notes ({@code [[ … ]]}) from a screenplay; one that is never closed stays. */
final class FountainNotes {
    /** A line and its number in the source. */
    record Numbered(int number, String text) {}

    private final ScriptSource source;
    private final List<Numbered> lines = new ArrayList<>();

    private FountainNotes(ScriptSource source) {
        this.source = source;
        for (int at = 1; at <= source.count(); at++) lines.add(new Numbered(at, source.line(at)));
    }

    static List<Numbered> takenOut(ScriptSource source) {
        var notes = new FountainNotes(source);
        notes.takeOut("/*", "*/", true, "boneyard line");
        notes.takeOut("[[", "]]", false, "note");
        return notes.lines;
    }

    private void takeOut(String open, String close, boolean overEmptyLines, String noun) {
        for (int i = 0; i < lines.size(); i++) {
            int from = lines.get(i).text().indexOf(open);
            while (from >= 0) {
                int end = closing(i, from + open.length(), close, overEmptyLines);
                if (end < 0) break;
                cut(i, from, end, close, noun);
                from = i < lines.size() ? lines.get(i).text().indexOf(open) : -1;
            }
        }
    }

    /** The index of the line on which it is closed; -1 if it is not. */
    private int closing(int first, int from, String close, boolean overEmptyLines) {
        if (lines.get(first).text().indexOf(close, from) >= 0) return first;
        for (int i = first + 1; i < lines.size() && (overEmptyLines || !lines.get(i).text().isEmpty()); i++) {
            if (lines.get(i).text().contains(close)) return i;
        }
        return -1;
    }

    /** Keeps the text before and after, each on its own source line; lines without remaining text are removed. */
    private void cut(int first, int from, int last, String close, String noun) {
        var text = lines.get(first).text();
        int number = lines.get(first).number();
        int end = lines.get(last).text().indexOf(close, first == last ? from + 2 : 0) + close.length();
        for (int i = first; i <= last; i++) {
            var line = lines.get(i).text();
            var passed = line.substring(i == first ? from : 0, i == last ? end : line.length());
            if (!passed.isBlank()) source.notices().passOver(lines.get(i).number(), noun, passed);
        }
        var before = text.substring(0, from);
        var after = lines.get(last).text().substring(end);
        var left = new ArrayList<Numbered>();
        if (first == last) {
            boolean twoBlanks = before.endsWith(" ") && after.startsWith(" ");
            left.add(new Numbered(number, before + (twoBlanks ? after.stripLeading() : after)));
        } else {
            left.add(new Numbered(number, before));
            left.add(new Numbered(lines.get(last).number(), after));
        }
        left.removeIf(l -> l.text().isBlank());
        lines.subList(first, last + 1).clear();
        lines.addAll(first, left);
    }
}
