package studio.parley.io;

/** A text that can be read only so often, so that an expression that backtracks forever is stopped. */
public record TimeoutCharSequence(String text, int from, int to, int[] patience) implements CharSequence {
    /** The limit is exceeded. */
    public static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;

        Endless() {
            super("endless", null, false, false);
        }
    }

    /** @param reads after so many a character is refused with {@link Endless} */
    public TimeoutCharSequence(String text, int reads) {
        this(text, 0, text.length(), new int[] {reads});
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        if (--patience[0] < 0) throw new Endless();
        return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new TimeoutCharSequence(text, from + start, from + end, patience);
    }

    @Override
    public String toString() {
        return text.substring(from, to);
    }
}
