package studio.parley.dialogue.script;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Relation;

/** Reads prose: one narrator, a line for each paragraph; paragraphs too long for one breath are cut between sentences. */
final class PlainFormat {
    private static final int LONG = 300;

    private PlainFormat() {}

    static Conversation read(ScriptSource source) {
        var builder = new ScriptBuilder(source);
        var paragraph = new ArrayList<String>();
        for (var line : source.lines()) {
            if (line.isBlank()) flush(builder, paragraph);
            else paragraph.add(line.strip());
        }
        flush(builder, paragraph);
        return builder.build();
    }

    private static void flush(ScriptBuilder builder, List<String> paragraph) {
        if (paragraph.isEmpty()) return;
        int narrator = builder.speaker("Narrator").number();
        for (var words : breaths(String.join(" ", paragraph))) builder.add(narrator, Words.Piece.spoken(words), Relation.NEXT);
        paragraph.clear();
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
