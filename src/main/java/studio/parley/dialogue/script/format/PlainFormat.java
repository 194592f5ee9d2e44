package studio.parley.dialogue.script.format;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.LineText;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.source.ScriptSource;

/** Reads prose: one narrator, a line for each paragraph; long paragraphs are split between sentences. */
public final class PlainFormat {
    public static final String NARRATOR = "Narrator";
    private static final int LONG = 300;

    private PlainFormat() {}

    public static ParsedScript read(ScriptSource source) {
        var builder = new ScriptBuilder(source);
        var paragraph = new ArrayList<String>();
        for (int at = 1; at <= source.count() + 1; at++) {
            if (!source.isBlank(at)) {
                paragraph.add(source.line(at).strip());
            } else if (!paragraph.isEmpty()) {
                int narrator = builder.speaker(NARRATOR).number();
                int begin = at - paragraph.size();
                for (var words : breaths(String.join(" ", paragraph))) builder.add(begin, narrator, LineText.Piece.spoken(words), TimingRelation.NEXT);
                paragraph.clear();
            }
        }
        return builder.build(ScriptFormat.PLAIN);
    }

    private static List<String> breaths(String text) {
        var out = new ArrayList<String>();
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int from = 0;
        int end = 0;
        for (int next = sentences.next(); next != BreakIterator.DONE; next = sentences.next()) {
            if (next - from > LONG && end > from) {
                out.add(text.substring(from, end));
                from = end;
            }
            end = next;
        }
        out.add(text.substring(from));
        return out;
    }
}
