package studio.parley.convert.quant;

import java.util.stream.IntStream;

/**
 * Symmetric quantisation in blocks of {@code size} values along a row, in the format of MatMulNBits: value = (code − 2^(bits−1)) × scale,
 * the codes of 4 bits packed low half first, a row's last block padded with zeros. The scale of each block is searched for the least
 * squared error ({@link ScaleSearch}). Rows are processed in parallel.
 */
public record BlockQuantizer(int bits, int size) {
    /** The default for 8 bits, unless rows are shorter. */
    public static final BlockQuantizer EIGHT = new BlockQuantizer(8, 128);

    public BlockQuantizer {
        if (bits != 4 && bits != 8) throw new IllegalArgumentException(bits + " bits");
        if (size < 16 || Integer.bitCount(size) != 1) throw new IllegalArgumentException("blocks of " + size);
    }

    /** {@code codes} row-major in blocks, {@code scales} one per block. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Quantised(byte[] codes, float[] scales) {}

    public int perRow(int columns) {
        return (columns + size - 1) / size;
    }

    /** Bytes of one block's codes. */
    public int bytes() {
        return size * bits / 8;
    }

    /** Smaller blocks for rows that are shorter than one. */
    public BlockQuantizer fitting(int columns) {
        int fit = size;
        while (fit > 16 && fit / 2 >= columns) fit /= 2;
        return new BlockQuantizer(bits, fit);
    }

    public Quantised quantise(float[] matrix, int rows, int columns) {
        int count = perRow(columns);
        var codes = new byte[Math.multiplyExact(rows * count, bytes())];
        var scales = new float[rows * count];
        IntStream.range(0, rows).parallel().forEach(row -> {
            var block = new float[size];
            for (int b = 0; b < count; b++) {
                int width = Math.min(size, columns - b * size);
                java.util.Arrays.fill(block, width, size, 0);
                System.arraycopy(matrix, row * columns + b * size, block, 0, width);
                int at = row * count + b;
                scales[at] = ScaleSearch.best(block, bits);
                pack(block, scales[at], codes, at * bytes());
            }
        });
        return new Quantised(codes, scales);
    }

    private void pack(float[] block, float scale, byte[] codes, int at) {
        float inverse = scale == 0 ? 0 : 1 / scale;
        int middle = 1 << (bits - 1);
        for (int i = 0; i < size; i++) {
            int code = ScaleSearch.round(block[i] * inverse, middle) + middle;
            if (bits == 8) codes[at + i] = (byte) code;
            else codes[at + i / 2] |= (byte) (i % 2 == 0 ? code : code << 4);
        }
    }
}
