package studio.parley.watermark;

/**
 * The discrete Fourier transform of side * side complex samples in single precision, as a square: a transform of every column, a turn, and
 * again a transform of every column. All work is done on whole rows, which the processor handles several numbers at a time. It is several
 * times as fast as {@link studio.parley.audio.dsp.Fft} and precise enough for a search. Immutable and thread-safe.
 *
 * <p>Sample {@code n} is in row {@code n / side}, column {@code n % side}, and so is frequency {@code n}.
 */
final class RowFft {
    private final int side;
    private final int size;
    private final float[] cos;
    private final float[] sin;
    private final float[][] turnRe;
    private final float[][] turnIm;

    /** {@code side} is a power of two. */
    RowFft(int side) {
        this.side = side;
        this.size = side * side;
        this.cos = new float[size];
        this.sin = new float[size];
        this.turnRe = new float[side][side];
        this.turnIm = new float[side][side];
        for (int i = 0; i < size; i++) {
            cos[i] = (float) StrictMath.cos(2 * Math.PI * i / size);
            sin[i] = (float) StrictMath.sin(2 * Math.PI * i / size);
        }
        for (int k = 0; k < side; k++) {
            for (int c = 0; c < side; c++) {
                turnRe[k][c] = cos[k * c % size];
                turnIm[k][c] = -sin[k * c % size];
            }
        }
    }

    /** X[k] = sum x[n] exp(-2 pi i k n / size), from and into the same rows. Swap the arguments for the inverse times size. */
    void forward(float[][] re, float[][] im) {
        columns(re, im);
        for (int k = 0; k < side; k++) multiply(re[k], im[k], turnRe[k], turnIm[k]);
        transpose(re);
        transpose(im);
        columns(re, im);
    }

    /** (ar + i ai) *= br + i bi, element by element. */
    static void multiply(float[] ar, float[] ai, float[] br, float[] bi) {
        for (int w = 0; w < ar.length; w++) {
            float r = ar[w] * br[w] - ai[w] * bi[w];
            ai[w] = ar[w] * bi[w] + ai[w] * br[w];
            ar[w] = r;
        }
    }

    /** The transform of every column. The rows change places, not their content. */
    private void columns(float[][] re, float[][] im) {
        int shift = Integer.numberOfLeadingZeros(side) + 1;
        for (int i = 1; i < side - 1; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j <= i) continue;
            swap(re, i, j);
            swap(im, i, j);
        }
        for (int half = 1; half < side; half *= 2) {
            int step = size / (2 * half);
            for (int block = 0; block < side; block += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = block + k;
                    butterflies(re[a], im[a], re[a + half], im[a + half], cos[k * step], -sin[k * step]);
                }
            }
        }
    }

    private static void butterflies(float[] ar, float[] ai, float[] br, float[] bi, float c, float s) {
        for (int w = 0; w < ar.length; w++) {
            float tr = br[w] * c - bi[w] * s;
            float ti = bi[w] * c + br[w] * s;
            br[w] = ar[w] - tr;
            bi[w] = ai[w] - ti;
            ar[w] = ar[w] + tr;
            ai[w] = ai[w] + ti;
        }
    }

    private static void swap(float[][] rows, int i, int j) {
        var row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    private static void transpose(float[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                float v = rows[i][j];
                rows[i][j] = rows[j][i];
                rows[j][i] = v;
            }
        }
    }
}
