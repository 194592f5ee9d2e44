package studio.parley.speech;

import java.util.Arrays;

/**
 * The backbone's input, position by position: the {@code K} rows of its embedding table that are summed. A text token fills one and sets
 * the rest to the all-zero row; a frame fills all. Grows at the end, can be truncated.
 */
final class InputPositions {
    private final int codebooks;
    private int[] rows = new int[0];
    private int length;

    InputPositions(int codebooks) {
        this.codebooks = codebooks;
    }

    int length() {
        return length;
    }

    int row(int position, int codebook) {
        return rows[position * codebooks + codebook];
    }

    InputPositions add(int[] position) {
        if (position.length != codebooks) throw new IllegalArgumentException(position.length + " rows, not " + codebooks);
        if ((length + 1) * codebooks > rows.length) rows = Arrays.copyOf(rows, Math.max(64 * codebooks, rows.length * 2));
        System.arraycopy(position, 0, rows, length++ * codebooks, codebooks);
        return this;
    }

    /** Appends {@code other} from {@code first} (inclusive) to {@code end} (exclusive). */
    void addAll(InputPositions other, int first, int end) {
        for (int p = first; p < end; p++) add(Arrays.copyOfRange(other.rows, p * codebooks, (p + 1) * codebooks));
    }

    void truncate(int newLength) {
        if (newLength > length) throw new IllegalArgumentException(newLength + " of " + length);
        length = newLength;
    }

    /** How many positions are the same from the start. */
    int commonPrefix(InputPositions other) {
        var end = Math.min(length, other.length) * codebooks;
        var differs = Arrays.mismatch(rows, 0, end, other.rows, 0, end);
        return (differs < 0 ? end : differs) / codebooks;
    }
}
