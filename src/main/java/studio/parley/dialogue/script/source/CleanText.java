package studio.parley.dialogue.script.source;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes what nobody sees: zero-width characters, direction marks and control characters are removed, no-break spaces become spaces,
 * letters and their accents become one character (NFC). Joiners stay where they shape letters or emoji.
 */
public final class CleanText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u\\{([0-9A-Fa-f]{1,6})\\}");
    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /** Cleans one line of text; line feeds and tabs stay. */
    public static String clean(String text) {
        var out = new StringBuilder(text.length());
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            int clean = clean(point, before, i < text.length() ? text.codePointAt(i) : -1);
            if (clean >= 0) out.appendCodePoint(clean);
            before = point;
        }
        return Normalizer.isNormalized(out, Normalizer.Form.NFC) ? out.toString() : Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** Whether cleaning removes characters that are not spaces. */
    static boolean hidesSomething(String text) {
        return text.codePoints().anyMatch(c -> isControl(c) || isFormat(c) && c != 0x200C && c != 0x200D);
    }

    /** Writes what cleaning would change as {@code \}{@code u{200B}}, in text whose backslashes are doubled. */
    public static String escape(String text) {
        if (clean(text).equals(text)) return text;
        var some = escaped(text, c -> clean(c, 'a', 'a') != c || Character.getType(c) == Character.NON_SPACING_MARK);
        return clean(some).equals(some) ? some : escaped(text, c -> c > 126 || c < 32 && c != '\t' && c != '\n');
    }

    /** The same for text with literal backslashes. */
    public static String escapeRaw(String text) {
        return escape(text.replace("\\u{", "\\u{5C}u{"));
    }

    /** The inverse of {@link #escapeRaw}. */
    public static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m.group(1))));
    }

    /** The character with this hexadecimal code. */
    public static String character(String hexadecimal) {
        int point = Integer.parseInt(hexadecimal, 16);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }

    private static String escaped(String text, java.util.function.IntPredicate which) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (which.test(c)) out.append("\\u{").append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)).append('}');
            else out.appendCodePoint(c);
        });
        return out.toString();
    }

    /** The replacement of a character between two others; -1 if it is removed. */
    private static int clean(int point, int before, int after) {
        if (point == '\t' || point == '\n' || point >= ' ' && point < 0x7F) return point;
        if (point == 0x0B || point == 0x85 || point == 0x2028 || point == 0x2029) return ' ';
        if (point >= 0x80 && point < 0xA0) return western(point);
        if (point == 0x200C || point == 0x200D) return joins(before) && joins(after) ? point : -1;
        if (isControl(point) || isFormat(point)) return -1;
        if (Character.getType(point) == Character.SURROGATE || (point & 0xFFFE) == 0xFFFE) return REPLACEMENT;
        return Character.getType(point) == Character.SPACE_SEPARATOR && point != 0x3000 ? ' ' : point;
    }

    /** C1 control characters are Windows-1252 characters that were read as Latin-1. */
    private static int western(int point) {
        int sign = new String(new byte[] {(byte) point}, WESTERN).charAt(0);
        return sign == REPLACEMENT || Character.isISOControl(sign) ? -1 : sign;
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != 0x0B;
    }

    /** Invisible and without effect on how letters look; Arabic signs and similar format characters are not included. */
    private static boolean isFormat(int c) {
        return c == 0xAD || c == 0x034F || c == 0x061C || c == 0x180E || c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F || c == 0xFEFF || c == 0x3164 || c == 0xFFA0 || c >= 0xFFF9 && c <= 0xFFFB;
    }

    /** Joiners matter between emoji and in scripts whose letters change shape; in European scripts they are noise. */
    private static boolean joins(int c) {
        if (c < 0x0590) return false;
        var script = Character.UnicodeScript.of(c);
        return script != Character.UnicodeScript.LATIN && script != Character.UnicodeScript.GREEK && script != Character.UnicodeScript.CYRILLIC
                && !Character.isWhitespace(c);
    }
}
