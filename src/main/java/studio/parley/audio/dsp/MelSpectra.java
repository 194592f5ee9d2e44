package studio.parley.audio.dsp;

import java.util.function.IntToDoubleFunction;

/** Power spectra in mel bands, of windows (periodic Hann) at equal distances. Work space of one thread. */
public final class MelSpectra {
    /** Receives one spectrum. */
    public interface Column {
        /** @param powers by band; the array is used again for the next spectrum */
        void put(int index, double[] powers);
    }

    private final int size;
    private final int hop;
    private final MelFilters filters;
    private final CompositeFft fft;
    private final double[] window;
    private final double[] re;
    private final double[] im;
    private final double[] power;
    private final double[] bands;

    /** @param size samples in a window, {@code hop} from one window to the next */
    public MelSpectra(int bands, int size, int hop, int rate) {
        this.size = size;
        this.hop = hop;
        this.filters = new MelFilters(bands, size, rate);
        this.fft = new CompositeFft(size);
        this.window = new double[size];
        this.re = new double[size];
        this.im = new double[size];
        this.power = new double[size / 2 + 1];
        this.bands = new double[bands];
        for (int i = 0; i < size; i++) window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
    }

    /** Spectra 0 to {@code columns}, in order; window {@code t} begins with sample {@code t * hop}. */
    public void of(int columns, IntToDoubleFunction samples, Column column) {
        // Two real spectra cost one complex one.
        for (int t = 0; t < columns; t += 2) {
            for (int i = 0; i < size; i++) {
                re[i] = window[i] * samples.applyAsDouble(t * hop + i);
                im[i] = t + 1 < columns ? window[i] * samples.applyAsDouble((t + 1) * hop + i) : 0;
            }
            fft.forward(re, im);
            column.put(t, powers(1));
            if (t + 1 < columns) column.put(t + 1, powers(-1));
        }
    }

    /** The real ({@code sign} 1) or imaginary (-1) input's spectrum out of both. */
    private double[] powers(int sign) {
        for (int k = 0; k < power.length; k++) {
            int mirror = (size - k) % size;
            double a = re[k] + sign * re[mirror];
            double b = im[k] - sign * im[mirror];
            power[k] = (a * a + b * b) / 4;
        }
        for (int band = 0; band < bands.length; band++) bands[band] = filters.power(band, power);
        return bands;
    }
}
