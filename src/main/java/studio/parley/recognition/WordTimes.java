package studio.parley.recognition;

import java.util.ArrayList;
import java.util.List;
import studio.parley.recognition.WordAligner.Timed;

/** Corrects times of aligned words, which fill every pause, and joins punctuation to its word. */
final class WordTimes {
    private static final String OPENING = "\"'“¿([{-«„";
    private static final String CLOSING = "\"'.。,，!！?？:：”)]}、;…»“";
    private static final String SENTENCE_END = ".。!！?？…";
    private static final double LONGEST_USUAL = 0.7;

    private WordTimes() {}

    /** @param spaced whether the language has spaces between words */
    static List<Timed> refined(List<Timed> pieces, boolean spaced) {
        return joined(shortened(pieces), spaced);
    }

    /** Of words with a length, the median; at most what people take for a word. */
    static double usual(List<Timed> words) {
        var lengths = words.stream().mapToDouble(w -> w.to() - w.from()).filter(d -> d > 0).sorted().toArray();
        return lengths.length == 0 ? 0 : Math.min(LONGEST_USUAL, (lengths[(lengths.length - 1) / 2] + lengths[lengths.length / 2]) / 2);
    }

    /** A word beside the end of a sentence that takes far too long holds a pause: it is cut to twice the usual. */
    private static List<Timed> shortened(List<Timed> words) {
        double most = 2 * usual(words);
        var out = new ArrayList<>(words);
        for (int i = 1; i < out.size(); i++) {
            var word = out.get(i);
            if (word.to() - word.from() <= most) continue;
            if (isOf(SENTENCE_END, word)) out.set(i, word.at(word.from(), word.from() + most));
            else if (isOf(SENTENCE_END, out.get(i - 1))) out.set(i, word.at(word.to() - most, word.to()));
        }
        return out;
    }

    /** Pieces of one word, and marks with their word. Only a dash or an ellipsis ends a word where there is no space. */
    private static List<Timed> joined(List<Timed> pieces, boolean spaced) {
        var out = new ArrayList<Timed>();
        for (var piece : pieces) {
            var before = out.isEmpty() ? "" : out.getLast().text().strip();
            boolean continues = !piece.text().startsWith(" ") && (spaced ? !before.matches(".*(—|–|--|…)") || isOf(CLOSING, piece) : isOf(CLOSING, piece));
            boolean opened = !before.isEmpty() && isOf(OPENING, out.getLast()) && (!isOf(CLOSING, piece) || continues);
            if (!out.isEmpty() && (continues || opened || piece.text().isBlank())) out.add(together(out.removeLast(), piece));
            else out.add(piece);
        }
        return out;
    }

    /** A mark takes no time and changes no probability. */
    private static Timed together(Timed a, Timed b) {
        int tokens = a.tokens() + b.tokens();
        if (isMark(b)) return new Timed(a.text() + b.text(), tokens, a.from(), a.to(), a.probability());
        if (isMark(a)) return new Timed(a.text() + b.text(), tokens, b.from(), b.to(), b.probability());
        return new Timed(a.text() + b.text(), tokens, a.from(), b.to(), (a.probability() * a.tokens() + b.probability() * b.tokens()) / tokens);
    }

    private static boolean isMark(Timed piece) {
        return piece.text().codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static boolean isOf(String marks, Timed word) {
        var text = word.text().strip();
        return !text.isEmpty() && text.codePoints().allMatch(c -> marks.indexOf(c) >= 0);
    }

    /**
     * The words of one segment, whose beginning and end are known from its timestamps: where the first or last word takes far too long, the pause
     * beside it is cut off.
     *
     * @param usual length of a word in this window
     * @param silentSince end of the speech before
     */
    static List<Timed> bounded(List<Timed> words, double from, double to, double usual, double silentSince) {
        if (words.isEmpty()) return words;
        var out = new ArrayList<>(words);
        var first = out.getFirst();
        double most = 2 * usual;
        boolean tooLong = first.to() - first.from() > most || out.size() > 1 && out.get(1).to() - first.from() > 2 * most;
        if (first.to() - silentSince > 2 * most && tooLong) {
            if (out.size() > 1 && out.get(1).to() - out.get(1).from() > most) {
                double border = Math.max(out.get(1).to() / 2, out.get(1).to() - most);
                first = first.at(first.from(), border);
                out.set(1, out.get(1).at(border, out.get(1).to()));
            }
            first = first.at(Math.max(0, first.to() - most), first.to());
        }
        if (from < first.to() && from - 0.5 > first.from()) first = first.at(Math.max(0, Math.min(first.to() - usual, from)), first.to());
        out.set(0, first);
        var last = out.getLast();
        if (to > last.from() && to + 0.5 < last.to()) out.set(out.size() - 1, last.at(last.from(), Math.max(last.from() + usual, to)));
        return out;
    }
}
