package studio.parley.convert.matrix;

import studio.parley.convert.weights.Weights;

/** A matrix of float32 that is read in rectangles, so that it need not fit in the heap. Not thread-safe. */
public interface Matrix {
    int rows();

    int columns();

    /** The rectangle's values, row by row without gaps, into the front of {@code into}. */
    void read(int row, int rowCount, int column, int columnCount, float[] into);

    default Matrix transposed() {
        return new Transposed(this);
    }

    /** A tensor of two dimensions (or more, the last ones combined) without changes. */
    static Matrix of(Weights weights, String name) {
        var shape = weights.shape(name);
        return new TensorMatrix(weights, name, 0, Math.toIntExact(shape[0]), Math.toIntExact(weights.count(name) / Math.max(1, shape[0])));
    }
}
