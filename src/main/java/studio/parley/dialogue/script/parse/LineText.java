package studio.parley.dialogue.script.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.script.source.CleanText;

/**
 * The text after {@code Name:} in a script: {@code (direction)} at the start is kept but not spoken, {@code [pause 0.6]} is silence before
 * what follows, the rest is spoken. A pause, a sound or a direction within the text (see {@link Asides}) starts a new line of the same
 * speaker. {@code \(}, {@code \[}, {@code \*} and {@code \\} stand for the character itself.
 */
public final class LineText {
    private static final Pattern PAUSE = Pattern.compile("\\[pause(?:[:\\s]\\s{0,9}(\\d{1,4}(?:\\.\\d{1,3})?)\\s?(ms|s)?)?\\s?\\]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u\\{([0-9A-Fa-f]{1,6})\\}|([\\\\()\\[\\]*_{<（【]))");
    private static final int PLAIN_PAUSE = 500;
    private static final int LONGEST_DIRECTION = 1000;

    private final String words;
    private final Matcher pause;
    private int at;
    /** Whether there was text before {@link #at}, and whether an aside was found. */
    private boolean spoke;
    private boolean found;

    private LineText(String words) {
        this.words = words;
        this.pause = PAUSE.matcher(words);
    }

    /** A piece of text without a pause inside. */
    public record Piece(String direction, long pauseMillis, String text) {
        public static Piece spoken(String text) {
            return new Piece("", 0, text);
        }
    }

    /**
     * The pieces of a text.
     *
     * @param pieces never empty: blank text gives one empty piece
     * @param hasAsides whether something other than round brackets at the beginning was read as a direction
     */
    record Parsed(List<Piece> pieces, boolean hasAsides) {}

    static Parsed parse(String words) {
        var parser = new LineText(words.strip());
        var pieces = new ArrayList<Piece>();
        do {
            var piece = parser.piece();
            int signs = pieces.isEmpty() || pieces.getLast().text().isBlank() ? 0 : signs(piece.text());
            if (signs > 0) {
                var before = pieces.getLast();
                pieces.set(pieces.size() - 1, new Piece(before.direction(), before.pauseMillis(), before.text() + piece.text().substring(0, signs)));
                piece = new Piece(piece.direction(), piece.pauseMillis(), piece.text().substring(signs).strip());
            }
            if (isClosing(piece, pieces)) pieces.set(pieces.size() - 1, closed(pieces.getLast(), piece.direction()));
            else pieces.add(piece);
        } while (parser.at < parser.words.length());
        return new Parsed(pieces, parser.found);
    }

    /** The number of leading punctuation marks that belong to the previous text: "Yes (laughs). So". */
    private static int signs(String text) {
        int count = 0;
        while (count < text.length() && ".,!?;:…".indexOf(text.charAt(count)) >= 0) count++;
        return count;
    }

    /** A direction after all text belongs to it. */
    private static boolean isClosing(Piece piece, List<Piece> before) {
        return !before.isEmpty() && piece.text().isBlank() && piece.pauseMillis() == 0 && !piece.direction().isEmpty()
                && !before.getLast().text().isBlank();
    }

    private static Piece closed(Piece piece, String direction) {
        return new Piece(joined(piece.direction(), direction), piece.pauseMillis(), piece.text());
    }

    public static String joined(String direction, String more) {
        return direction.isEmpty() ? more : more.isEmpty() ? direction : direction + (endsSentence(direction) ? " " : ", ") + more;
    }

    /** A full stop after a word; not that of "V.O.". */
    private static boolean endsSentence(String text) {
        int last = text.length() - 1;
        return last > 1 && text.charAt(last) == '.' && Character.isLowerCase(text.charAt(last - 1)) && Character.isLowerCase(text.charAt(last - 2));
    }

    /** The inverse of {@link #parse} for a line without inner pauses. */
    public static String write(Line line) {
        var out = new ArrayList<String>();
        if (!line.direction().isEmpty()) out.add("(" + CleanText.escape(line.direction().replace("\\", "\\\\").replace(")", "\\)")) + ")");
        if (line.pauseMillis() > 0) out.add("[pause " + TimeFormat.plainSeconds(line.pauseMillis()) + "]");
        if (line.isSpoken()) out.add(escape(line.text()));
        return String.join(" ", out);
    }

    /** As few backslashes as reproduce the text. */
    private static String escape(String text) {
        var bars = text.replace("\\", "\\\\");
        var few = CleanText.escape(bars);
        if (isPlain(few, text)) return few;
        return CleanText.escape(bars.replaceAll("[(\\[{<*_（【]", "\\\\$0"));
    }

    private static boolean isPlain(String written, String text) {
        var pieces = parse(written).pieces();
        return pieces.size() == 1 && pieces.getFirst().equals(Piece.spoken(text));
    }

    private Piece piece() {
        var directions = new ArrayList<String>();
        long millis = 0;
        while (true) {
            skipBlanks();
            int closing = closing();
            var aside = closing > 0 ? Optional.<Asides.Aside>empty() : aside();
            if (closing > 0) {
                found |= spoke || !directions.isEmpty();
                directions.add(unescape(words.substring(at + 1, closing)).strip());
                at = closing + 1;
            } else if (pause.region(at, words.length()).lookingAt()) {
                millis += millis(pause);
                at = pause.end();
            } else if (aside.isPresent()) {
                found = true;
                directions.add(unescape(aside.get().inner()).strip());
                at = aside.get().to();
                if (at < words.length() && words.charAt(at) == '.' && directions.size() == 1 && !spoke) at++;
            } else {
                break;
            }
        }
        directions.removeIf(String::isEmpty);
        int from = at;
        at = next();
        return new Piece(String.join(", ", directions), millis, unescape(words.substring(from, at)).strip());
    }

    private void skipBlanks() {
        while (at < words.length() && Character.isWhitespace(words.charAt(at))) at++;
    }

    /** Where the direction in round brackets that starts here ends; -1 if there is none. Not every bracket within text is a direction. */
    private int closing() {
        if (at >= words.length() || words.charAt(at) != '(' || spoke && Asides.at(words, at).isEmpty()) return -1;
        int limit = Math.min(words.length(), at + LONGEST_DIRECTION);
        for (int i = at + 1; i < limit; i++) {
            if (words.charAt(i) == '\\') i++;
            else if (words.charAt(i) == ')') return i;
        }
        return -1;
    }

    private Optional<Asides.Aside> aside() {
        return at < words.length() && !pause.region(at, words.length()).lookingAt() ? Asides.at(words, at) : Optional.empty();
    }

    /** Where the next pause or aside begins, or the end. */
    private int next() {
        spoke = true;
        for (int i = at; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\\') i++;
            else if (c == '[' && pause.region(i, words.length()).lookingAt() || Asides.at(words, i).isPresent()) return i;
        }
        return words.length();
    }

    private static long millis(Matcher pause) {
        if (pause.group(1) == null) return PLAIN_PAUSE;
        double number = Double.parseDouble(pause.group(1));
        return Math.round("ms".equalsIgnoreCase(pause.group(2)) ? number : number * 1000);
    }

    private static String unescape(String text) {
        return ESCAPED.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(1) != null ? CleanText.character(m.group(1)) : m.group(2)));
    }
}
