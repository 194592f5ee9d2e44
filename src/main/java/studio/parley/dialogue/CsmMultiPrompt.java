package studio.parley.dialogue;

import java.util.ArrayList;
import java.util.List;

/**
 * csm-multi's {@code a||b1||c0}: parts separated by {@code ||}. The last digit of a later part is the offset of its speaker to the speaker
 * of the first part, with {@code -} before it if negative. Without a digit part n has offset n.
 *
 * <p>As in diffe.py the digit is removed from the text, the first part never has an offset, a part of a single character never has one
 * either, and nothing is trimmed. Added here: a {@code \} before the digit (or before {@code -} and digit) keeps it as text.
 */
public final class CsmMultiPrompt {
    private CsmMultiPrompt() {}

    /** One part of a prompt: the speaker's number and the text exactly as typed. */
    public record Part(int speaker, String text) {}

    /** Splits a prompt whose first part is spoken by {@code speaker}. */
    public static List<Part> parse(String prompt, int speaker) {
        var parts = new ArrayList<Part>();
        for (var piece : split(prompt)) parts.add(parts.isEmpty() ? new Part(speaker, piece) : later(piece, parts.size(), speaker));
        return parts;
    }

    private static Part later(String piece, int place, int speaker) {
        int last = piece.length() == 0 ? 0 : Character.charCount(piece.codePointBefore(piece.length()));
        int cut = piece.length() - last;
        int digit = cut < 1 ? -1 : Character.digit(piece.codePointBefore(piece.length()), 10);
        if (digit < 0) return new Part(speaker + place, piece);
        boolean negative = piece.charAt(cut - 1) == '-';
        if (negative) cut--;
        if (cut > 0 && piece.charAt(cut - 1) == '\\') return new Part(speaker + place, piece.substring(0, cut - 1) + piece.substring(cut));
        return new Part(speaker + (negative ? -digit : digit), piece.substring(0, cut));
    }

    private static List<String> split(String prompt) {
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int bar = prompt.indexOf("||"); bar >= 0; bar = prompt.indexOf("||", from)) {
            pieces.add(prompt.substring(from, bar));
            from = bar + 2;
        }
        pieces.add(prompt.substring(from));
        return pieces;
    }
}
