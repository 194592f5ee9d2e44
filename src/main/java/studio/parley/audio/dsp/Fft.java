package studio.parley.audio.dsp;

/**
 * The discrete Fourier transform of a length that is a power of two, radix 2, in place, in double precision: the same bits on
 * every machine. Immutable and shared; the arrays belong to the caller.
 */
public final class Fft {
    private final int size;
    private final double[] cos;
    private final double[] sin;

    public Fft(int size) {
        if (Integer.bitCount(size) != 1) throw new IllegalArgumentException("not a power of two: " + size);
        this.size = size;
        this.cos = new double[Math.max(1, size / 2)];
        this.sin = new double[cos.length];
        for (int i = 0; i < cos.length; i++) {
            cos[i] = StrictMath.cos(2 * Math.PI * i / size);
            sin[i] = StrictMath.sin(2 * Math.PI * i / size);
        }
    }

    /** X[k] = sum x[n] exp(-2 pi i k n / size), from and into the same arrays. */
    public void forward(double[] re, double[] im) {
        swap(re, im);
        for (int half = 1; half < size; half *= 2) {
            int step = size / (2 * half);
            for (int block = 0; block < size; block += 2 * half) butterflies(re, im, block, half, step);
        }
    }

    /** The inverse of {@link #forward}, scaled by 1/size. */
    public void inverse(double[] re, double[] im) {
        forward(im, re);
        double scale = 1.0 / size;
        for (int i = 0; i < size; i++) {
            re[i] *= scale;
            im[i] *= scale;
        }
    }

    private void butterflies(double[] re, double[] im, int block, int half, int step) {
        for (int k = 0; k < half; k++) {
            int a = block + k;
            int b = a + half;
            double c = cos[k * step];
            double s = sin[k * step];
            double tr = re[b] * c + im[b] * s;
            double ti = im[b] * c - re[b] * s;
            re[b] = re[a] - tr;
            im[b] = im[a] - ti;
            re[a] += tr;
            im[a] += ti;
        }
    }

    private void swap(double[] re, double[] im) {
        int shift = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 1; i < size - 1; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j <= i) continue;
            double r = re[i];
            re[i] = re[j];
            re[j] = r;
            double m = im[i];
            im[i] = im[j];
            im[j] = m;
        }
    }
}
