package studio.parley.dialogue;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Which characters names and texts may hold, and where they may be cut. What is kept by these rules can be written in any Unicode
 * encoding, in JSON and in XML, and comes back as it was: no control characters but the line break, no half of a surrogate pair, no
 * noncharacter.
 */
public final class Characters {
    private static final char REPLACEMENT = '\uFFFD';
    /** Below this no two characters belong together. */
    private static final char FIRST_COMBINING = '\u0300';

    private Characters() {}

    /**
     * A text that may have several lines: tabs and the other blank controls become spaces, all other control characters go, and
     * what is half a character becomes the replacement character. Gives the same string when there is nothing to mend.
     */
    public static String text(String text) {
        int bad = firstBad(text);
        if (bad < 0) return text;
        var out = new StringBuilder(text.length()).append(text, 0, bad);
        for (int at = bad, next; at < text.length(); at = next) {
            int c = text.codePointAt(at);
            next = at + Character.charCount(c);
            if (isBroken(c)) out.append(REPLACEMENT);
            else if (isBlankControl(c)) out.append(' ');
            else if (!isControl(c)) out.appendCodePoint(c);
        }
        return out.toString();
    }

    /** A name, title or label: as {@link #text}, stripped and on one line. */
    public static String name(String name) {
        var clean = text(name);
        return (clean.indexOf('\n') < 0 && clean.indexOf('\r') < 0 ? clean : clean.replaceAll("\\s*[\\r\\n]+\\s*", " ")).strip();
    }

    /** The last place at or before {@code at} where the text can be cut without cutting what a reader sees as one character. */
    public static int boundary(String text, int at) {
        if (at <= 0) return 0;
        if (at >= text.length()) return text.length();
        return isPlain(text) ? at : new Boundaries(text).atOrBefore(at);
    }

    /** The text when it has at most {@code most} UTF-16 units, else its beginning and an ellipsis, in no more than that. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, boundary(text, most - 1)).stripTrailing() + "…";
    }

    /** Where one text can be cut; for asking more than once. Belongs to one thread. */
    public static final class Boundaries {
        private final BreakIterator places = BreakIterator.getCharacterInstance(Locale.ROOT);
        private final boolean plain;

        public Boundaries(String text) {
            plain = isPlain(text);
            if (!plain) places.setText(text);
        }

        public boolean contains(int at) {
            return plain || places.isBoundary(at);
        }

        int atOrBefore(int at) {
            return plain || places.isBoundary(at) ? at : places.preceding(at);
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= FIRST_COMBINING) return false;
        return true;
    }

    private static int firstBad(String text) {
        for (int at = 0; at < text.length();) {
            int c = text.codePointAt(at);
            if (isBroken(c) || isControl(c)) return at;
            at += Character.charCount(c);
        }
        return -1;
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r';
    }

    private static boolean isBlankControl(int c) {
        return c == '\t' || c == '\u000B' || c == '\f' || c == '\u0085';
    }

    private static boolean isBroken(int c) {
        return isHalf(c) || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
