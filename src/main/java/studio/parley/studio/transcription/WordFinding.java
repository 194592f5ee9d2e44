package studio.parley.studio.transcription;

/**
 * A place of a take where something else was heard than is written.
 *
 * @param from and {@code to}: the place in the text; equal where something was heard between two words
 * @param written the words there; may be empty
 * @param heard what was heard there; may be empty
 */
public record WordFinding(Kind kind, int from, int to, String written, String heard) {
    /** What is wrong. */
    public enum Kind {
        MISSING, OTHER, EXTRA, REPEATED, AFTER_END,
        /** Words of a reference clip that are not in the text. */
        REFERENCE,
        /** No word of the text was understood. */
        NOTHING
    }

    /** The same for another text, in which the words have this place. */
    public WordFinding at(int otherFrom, int otherTo, String otherWritten) {
        return new WordFinding(kind, otherFrom, otherTo, otherWritten, heard);
    }

    /** What was heard, for people: one sentence. */
    public String sentence() {
        return switch (kind) {
            case MISSING -> quoted(written) + " was not heard.";
            case OTHER -> "Heard " + quoted(heard) + " instead of " + quoted(written) + ".";
            case EXTRA -> "Heard " + quoted(heard) + ", which is not in the text.";
            case REPEATED -> "Heard " + quoted(heard) + " twice.";
            case AFTER_END -> "Heard " + quoted(heard) + " after the last word.";
            case REFERENCE -> "Heard " + quoted(heard) + ", which are words of a reference clip.";
            case NOTHING -> heard.isEmpty() ? "No words were heard." : "The words were not understood. Heard " + quoted(heard) + ".";
        };
    }

    private static String quoted(String words) {
        // The last dot of "p.m." belongs to the word.
        return "\"" + words.strip().replaceAll("\\s+", " ").replaceAll("(?:(?<!\\.\\p{L})\\.|[\\s,;:!?…])[\\s.,;:!?…]*$", "") + "\"";
    }
}
