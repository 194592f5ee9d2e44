package studio.parley.audio.dsp;

/**
 * The forward discrete Fourier transform of any length, in double precision: the part of the length that is a power of two by {@link Fft}, the
 * odd part by its definition, so it is fast where the odd part is small (400 = 16 · 25). Work space of one thread; the arrays belong to the caller.
 */
public final class CompositeFft {
    private final int size;
    private final int odd;
    private final Fft even;
    private final double[] cos;
    private final double[] sin;
    private final double[][] re;
    private final double[][] im;

    public CompositeFft(int size) {
        if (size < 1) throw new IllegalArgumentException("size " + size);
        this.size = size;
        int two = Integer.lowestOneBit(size);
        this.odd = size / two;
        this.even = new Fft(two);
        this.cos = new double[size];
        this.sin = new double[size];
        for (int i = 0; i < size; i++) {
            cos[i] = StrictMath.cos(2 * Math.PI * i / size);
            sin[i] = -StrictMath.sin(2 * Math.PI * i / size);
        }
        this.re = new double[odd][two];
        this.im = new double[odd][two];
    }

    /** X[k] = sum x[n] exp(-2 pi i k n / size), from and into the same arrays. */
    public void forward(double[] real, double[] imaginary) {
        int two = size / odd;
        for (int r = 0; r < odd; r++) {
            for (int n = 0; n < two; n++) {
                re[r][n] = real[n * odd + r];
                im[r][n] = imaginary[n * odd + r];
            }
            even.forward(re[r], im[r]);
        }
        for (int k = 0; k < size; k++) {
            int bin = k % two;
            double a = 0;
            double b = 0;
            for (int r = 0, turn = 0; r < odd; r++, turn = (turn + k) % size) {
                a += re[r][bin] * cos[turn] - im[r][bin] * sin[turn];
                b += re[r][bin] * sin[turn] + im[r][bin] * cos[turn];
            }
            real[k] = a;
            imaginary[k] = b;
        }
    }
}
