package studio.parley.dialogue;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Which characters names and texts may contain, and where they may be cut. Text that follows these rules can be written in any Unicode
 * encoding, in JSON and in XML, and is unchanged when it is read again: no control characters but the line break, no lone surrogate, no
 * noncharacter.
 */
public final class AllowedText {
    private static final char REPLACEMENT = '\uFFFD';
    /** Below this, no two characters form a unit. */
    private static final char FIRST_COMBINING = '\u0300';

    private AllowedText() {}

    /**
     * A text that may have several lines: tabs and other blank control characters become spaces, all other control characters are removed,
     * and a lone surrogate becomes the replacement character. Returns the same string if there is nothing to change.
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

    /** A name, title or label: like {@link #text}, stripped and on one line. */
    public static String name(String name) {
        var clean = text(name);
        return (clean.indexOf('\n') < 0 && clean.indexOf('\r') < 0 ? clean : clean.replaceAll("\\s*[\\r\\n]+\\s*", " ")).strip();
    }

    /** The last position at or before {@code at} where the text can be cut without splitting what a reader sees as one character. */
    public static int boundary(String text, int at) {
        if (at <= 0) return 0;
        if (at >= text.length()) return text.length();
        return isPlain(text) ? at : new Boundaries(text).atOrBefore(at);
    }

    /** The text if it has at most {@code most} UTF-16 units, otherwise its beginning with an ellipsis, within that limit. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, boundary(text, most - 1)).stripTrailing() + "…";
    }

    /** The positions where one text can be cut, for repeated use. Belongs to one thread. */
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
