package studio.parley.recognition;

import java.util.Arrays;
import java.util.Optional;
import studio.parley.audio.dsp.MelSpectra;
import studio.parley.audio.pcm.Pcm;

/**
 * Finds speech that comes twice in a row. A recogniser, which expects sensible sentences, often writes a repeated word once; but two stretches of
 * the same sound, one right after the other, are hardly ever an accident.
 */
public final class RepeatedSpeech {
    /** Two stretches that are alike, in seconds: from {@code from} to {@code middle}, and from there to {@code to}. */
    public record Repetition(double from, double middle, double to) {}

    private static final int RATE = RecogniserContract.SAMPLE_RATE;
    private static final int FFT = 512;
    private static final int HOP = RATE / 200;
    private static final int BANDS = 40;
    private static final int CEPSTRA = 16;
    /** Lengths in hops: 70 ms, which is a short word, to a second. */
    private static final int SHORTEST = 14;
    private static final int LONGEST = 200;
    /** Hops at the edges, which hear their other surroundings. */
    private static final int EDGE = 6;
    /** The difference of the stretches over the deviation within: good speech stays above 0.3, spliced repetitions mostly below 0.2. */
    private static final double ALIKE = 0.28;
    /** Speech changes; what does not is a hum or silence. */
    private static final double LEAST_DEVIATION = 1;
    private static final double RANGE = 6;
    /** Below the loudest hop, in the units of the first cepstrum: about 16 dB. */
    private static final double QUIET = 14;

    private final double[][] cepstra;
    private final double loudest;
    /** Until each hop: the sums of the cepstra, and of all their squares. */
    private final double[][] sums;
    private final double[] squares;

    private RepeatedSpeech(double[][] cepstra) {
        this.cepstra = cepstra;
        this.sums = new double[cepstra.length + 1][CEPSTRA];
        this.squares = new double[cepstra.length + 1];
        for (int t = 0; t < cepstra.length; t++) {
            squares[t + 1] = squares[t];
            for (int k = 0; k < CEPSTRA; k++) {
                sums[t + 1][k] = sums[t][k] + cepstra[t][k];
                squares[t + 1] += cepstra[t][k] * cepstra[t][k];
            }
        }
        this.loudest = Arrays.stream(cepstra).mapToDouble(c -> c[0]).max().orElse(0);
    }

    /** The clearest repetition. */
    public static Optional<Repetition> find(Pcm audio) {
        return new RepeatedSpeech(cepstra(Transcriber.samples(audio))).clearest();
    }

    private Optional<Repetition> clearest() {
        double best = ALIKE;
        Repetition found = null;
        for (int length = SHORTEST; length <= LONGEST && 2 * length <= cepstra.length; length++) {
            var apart = new double[cepstra.length - length];
            for (int t = 0; t < apart.length; t++) apart[t] = distance(cepstra[t], cepstra[t + length]);
            int inner = Math.max(SHORTEST - EDGE, length - EDGE);
            double sum = 0;
            for (int t = 0; t < apart.length; t++) {
                sum += apart[t] - (t >= inner ? apart[t - inner] : 0);
                int from = t - inner + 1;
                if (from < 0 || from + 2 * length > cepstra.length) continue;
                double deviation = deviation(from, from + length);
                if (deviation < LEAST_DEVIATION || sum / inner / deviation >= best) continue;
                best = sum / inner / deviation;
                found = new Repetition(seconds(from), seconds(from + length), seconds(from + 2 * length));
            }
        }
        return Optional.ofNullable(found);
    }

    private static double seconds(int hop) {
        return (double) hop * HOP / RATE;
    }

    /** Root mean square distance from the mean; 0 if it is quiet. */
    private double deviation(int from, int to) {
        int length = to - from;
        if ((sums[to][0] - sums[from][0]) / length < loudest - QUIET) return 0;
        double around = squares[to] - squares[from];
        for (int k = 0; k < CEPSTRA; k++) around -= (sums[to][k] - sums[from][k]) * (sums[to][k] - sums[from][k]) / length;
        return Math.sqrt(Math.max(0, around) / length);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < CEPSTRA; k++) sum += (a[k] - b[k]) * (a[k] - b[k]);
        return Math.sqrt(sum);
    }

    private static double[][] cepstra(float[] samples) {
        int hops = Math.max(0, (samples.length - FFT) / HOP);
        var log = new double[hops][BANDS];
        new MelSpectra(BANDS, FFT, HOP, RATE).of(hops, i -> samples[i], (t, powers) -> {
            for (int band = 0; band < BANDS; band++) log[t][band] = Math.log10(Math.max(1e-10, powers[band]));
        });
        double most = Arrays.stream(log).flatMapToDouble(Arrays::stream).reduce(-RANGE, Math::max);
        var out = new double[hops][CEPSTRA];
        for (int t = 0; t < hops; t++) for (int k = 0; k < CEPSTRA; k++) out[t][k] = cepstrum(log[t], k, most - RANGE);
        return out;
    }

    private static double cepstrum(double[] log, int k, double least) {
        double sum = 0;
        for (int band = 0; band < BANDS; band++) sum += Math.max(least, log[band]) * Math.cos(Math.PI * k * (band + 0.5) / BANDS);
        return sum * Math.sqrt(2.0 / BANDS);
    }
}
