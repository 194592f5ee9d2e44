package studio.parley.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.parley.tokenizer.Tokenizer;

/** Text tokens grouped into words: at spaces, or at every character in languages that are written without spaces. */
record WordSplitter(Tokenizer tokenizer, String language) {
    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja", "th", "lo", "my", "yue");
    private static final String BROKEN = "\ufffd";
    /** Bytes of the longest character in UTF-8. */
    private static final int LONGEST = 4;

    /** The word's own spelling, spaces included, and its tokens. */
    record Piece(String text, List<Integer> tokens) {
        /** Not a mark. */
        boolean isWord() {
            return text.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }

    boolean isSpaced() {
        return !WITHOUT_SPACES.contains(language);
    }

    /** Words, and marks alone, whose times show the pauses. */
    List<Piece> split(List<Integer> tokens) {
        var characters = characters(tokens);
        if (!isSpaced()) return characters;
        var out = new ArrayList<Piece>();
        for (var piece : characters) {
            if (out.isEmpty() || piece.text().startsWith(" ") || isMark(piece.text().strip()) || isMark(out.getLast().text().strip())) out.add(piece);
            else out.add(joined(out.removeLast(), piece));
        }
        return out;
    }

    /** The fewest tokens that make whole characters: a rare one may have several. */
    private List<Piece> characters(List<Integer> tokens) {
        var out = new ArrayList<Piece>();
        var open = new ArrayList<Integer>();
        for (int token : tokens) {
            open.add(token);
            var text = tokenizer.decode(open);
            if (text.contains(BROKEN) && open.size() < LONGEST) continue;
            out.add(new Piece(text, List.copyOf(open)));
            open.clear();
        }
        if (!open.isEmpty()) out.add(new Piece(tokenizer.decode(open), List.copyOf(open)));
        return out;
    }

    private static boolean isMark(String text) {
        return !text.isEmpty() && text.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || c == '\'');
    }

    static Piece joined(Piece a, Piece b) {
        var tokens = new ArrayList<>(a.tokens());
        tokens.addAll(b.tokens());
        return new Piece(a.text() + b.text(), List.copyOf(tokens));
    }
}
