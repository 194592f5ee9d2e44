package studio.parley.speech.text;

/**
 * Estimates how long a text takes to say, from its characters alone. Rates: conversational English has 14 to 15 letters and spaces per
 * second (150 to 160 words per minute); a digit is a spoken word, about 0.33 s; a CJK character about one syllable, 0.22 s; a mark that
 * ends a clause pauses about 0.25 s; and every line has 0.4 s around it. Real lines vary by about a third either way, more at their
 * slowest, so space is reserved for twice the estimate plus two seconds.
 */
public final class DurationEstimate {
    private DurationEstimate() {}

    /** Seconds the text takes when spoken at an unhurried pace. */
    public static double seconds(String text) {
        return 0.4 + text.codePoints().mapToDouble(DurationEstimate::seconds).sum();
    }

    /** The same in frames, rounded up. */
    public static int frames(String text, double frameRate) {
        return (int) Math.ceil(seconds(text) * frameRate);
    }

    /** Frames to reserve, so that hardly any line is cut: twice the estimate plus two seconds. */
    public static int reserve(String text, double frameRate) {
        return (int) Math.ceil((2 * seconds(text) + 2) * frameRate);
    }

    private static double seconds(int c) {
        if (Character.isDigit(c)) return 0.33;
        if (Character.isIdeographic(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL) return 0.22;
        if (Character.isLetter(c) || Character.isWhitespace(c)) return 1 / 14.5;
        return ".,;:!?…—\u3002\u3001\uff01\uff1f".indexOf(c) >= 0 ? 0.25 : 0.03;
    }
}
