package studio.parley.convert.matrix;

import java.util.List;

/** Matrices of one width, one below the other. */
public record Stacked(List<Matrix> parts) implements Matrix {
    public Stacked {
        parts = List.copyOf(parts);
        for (var p : parts) if (p.columns() != parts.getFirst().columns()) throw new IllegalArgumentException("parts differ in width");
    }

    @Override
    public int rows() {
        return parts.stream().mapToInt(Matrix::rows).reduce(0, Math::addExact);
    }

    @Override
    public int columns() {
        return parts.getFirst().columns();
    }

    @Override
    public void read(int row, int rowCount, int column, int columnCount, float[] into) {
        int top = 0;
        for (var part : parts) {
            int from = Math.max(row, top);
            int to = Math.min(row + rowCount, top + part.rows());
            if (from < to) {
                var piece = from == row && to == row + rowCount ? into : new float[(to - from) * columnCount];
                part.read(from - top, to - from, column, columnCount, piece);
                if (piece != into) System.arraycopy(piece, 0, into, (from - row) * columnCount, piece.length);
            }
            top += part.rows();
        }
    }
}
