package studio.parley.convert.matrix;

/** A transposed matrix. */
record Transposed(Matrix base) implements Matrix {
    private static final int TILE = 32;

    @Override
    public int rows() {
        return base.columns();
    }

    @Override
    public int columns() {
        return base.rows();
    }

    @Override
    public Matrix transposed() {
        return base;
    }

    @Override
    public void read(int row, int rowCount, int column, int columnCount, float[] into) {
        var piece = new float[Math.multiplyExact(rowCount, columnCount)];
        base.read(column, columnCount, row, rowCount, piece);
        for (int c = 0; c < columnCount; c += TILE) {
            for (int r = 0; r < rowCount; r += TILE) tile(piece, rowCount, into, columnCount, r, c);
        }
    }

    private static void tile(float[] from, int width, float[] into, int height, int row, int column) {
        for (int c = column; c < Math.min(column + TILE, height); c++) {
            for (int r = row; r < Math.min(row + TILE, width); r++) into[r * height + c] = from[c * width + r];
        }
    }
}
