package studio.parley.dialogue.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.parley.dialogue.Line;

/**
 * What stands after {@code Name:} in a script: {@code (direction)} at the start is kept but not spoken, {@code [pause 0.6]} is
 * silence before what follows, the rest is spoken. A pause between words starts a new line of the same speaker.
 * {@code \(}, {@code \[}, {@code \)} and {@code \\} stand for the character itself.
 */
final class Words {
    private static final Pattern PAUSE = Pattern.compile("\\[pause(?:[:\\s]\\s{0,9}(\\d{1,4}(?:\\.\\d{1,3})?)\\s?(ms|s)?)?\\s?\\]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\()\\[])");
    private static final int PLAIN_PAUSE = 500;
    private static final int LONGEST_DIRECTION = 1000;

    private final String words;
    private final Matcher pause;
    private int at;

    private Words(String words) {
        this.words = words;
        this.pause = PAUSE.matcher(words);
    }

    /** One stretch of words without a pause inside. */
    record Piece(String direction, long pauseMillis, String text) {
        static Piece spoken(String text) {
            return new Piece("", 0, text);
        }
    }

    /** Never empty: words that are only blank give one empty piece. */
    static List<Piece> parse(String words) {
        var parser = new Words(words.strip());
        var pieces = new ArrayList<Piece>();
        do pieces.add(parser.piece());
        while (parser.at < parser.words.length());
        return pieces;
    }

    /** The inverse of {@link #parse} for a line without inner pauses. */
    static String write(Line line) {
        var out = new ArrayList<String>();
        if (!line.direction().isEmpty()) out.add("(" + line.direction().replace("\\", "\\\\").replace(")", "\\)") + ")");
        if (line.pauseMillis() > 0) out.add("[pause " + Clock.seconds(line.pauseMillis()) + "]");
        if (line.isSpoken()) out.add(escape(line.text()));
        return String.join(" ", out);
    }

    private static String escape(String text) {
        var safe = text.replace("\\", "\\\\").replaceAll("(?i)\\[(?=pause)", "\\\\[");
        return safe.startsWith("(") ? "\\" + safe : safe;
    }

    private Piece piece() {
        var directions = new ArrayList<String>();
        long millis = 0;
        while (true) {
            skipBlanks();
            int closing = closing();
            if (closing > 0) {
                directions.add(unescape(words.substring(at + 1, closing)).strip());
                at = closing + 1;
            } else if (pause.region(at, words.length()).lookingAt()) {
                millis += millis(pause);
                at = pause.end();
            } else {
                break;
            }
        }
        directions.removeIf(String::isEmpty);
        int from = at;
        at = nextPause();
        return new Piece(String.join(", ", directions), millis, unescape(words.substring(from, at)));
    }

    private void skipBlanks() {
        while (at < words.length() && Character.isWhitespace(words.charAt(at))) at++;
    }

    /** Where the direction that starts here ends; -1 if none does. */
    private int closing() {
        if (at >= words.length() || words.charAt(at) != '(') return -1;
        int limit = Math.min(words.length(), at + LONGEST_DIRECTION);
        for (int i = at + 1; i < limit; i++) {
            if (words.charAt(i) == '\\') i++;
            else if (words.charAt(i) == ')') return i;
        }
        return -1;
    }

    private int nextPause() {
        pause.region(at, words.length());
        while (pause.find()) if (!isEscaped(pause.start())) return pause.start();
        return words.length();
    }

    private boolean isEscaped(int place) {
        int bars = 0;
        while (bars < place && words.charAt(place - 1 - bars) == '\\') bars++;
        return bars % 2 == 1;
    }

    private static long millis(Matcher pause) {
        if (pause.group(1) == null) return PLAIN_PAUSE;
        double number = Double.parseDouble(pause.group(1));
        return Math.round("ms".equalsIgnoreCase(pause.group(2)) ? number : number * 1000);
    }

    private static String unescape(String text) {
        return ESCAPED.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
    }
}
