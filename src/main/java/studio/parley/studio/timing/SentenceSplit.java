package studio.parley.studio.timing;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.model.Document;

/**
 * Gives the sentence at a place of a line's text a line of its own, so that it can be rendered alone: what is said before and after it stays.
 *
 * @param sentence the line of the sentence afterwards
 */
public record SentenceSplit(Edit edit, String sentence) {
    /**
     * Empty if the words at the sentence's edges are not known.
     *
     * @param newIds of up to two more lines
     */
    public static Optional<SentenceSplit> of(Document d, String line, int place, List<String> newIds, WordTimes times) {
        var found = d.line(line);
        if (found.isEmpty()) return Optional.empty();
        var text = found.get().text();
        int[] range = sentence(text, place);
        boolean first = range[0] == 0;
        boolean last = range[1] == text.length();
        if (!first && ClipSplits.moment(d, line, range[0], times).isEmpty() || !last && ClipSplits.moment(d, line, range[1], times).isEmpty()) return Optional.empty();
        WordTimes before = (now, l, take) -> times.of(d, found.get(), take).until(l.text().length());
        var edit = Edit.of("Separate sentence", now -> {
            if (!last) now = ClipSplits.splitText(now, line, range[1], newIds.getLast(), times);
            return first ? now : ClipSplits.splitText(now, line, range[0], newIds.getFirst(), before);
        });
        return Optional.of(new SentenceSplit(edit, first ? line : newIds.getFirst()));
    }

    /** From its first character to the beginning of the next sentence. */
    private static int[] sentence(String text, int place) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int from = 0;
        for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            if (place < to || to == text.length()) return new int[] {from, to};
            from = to;
        }
        return new int[] {0, text.length()};
    }
}
