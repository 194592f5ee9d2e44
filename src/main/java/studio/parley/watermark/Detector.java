package studio.parley.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;

/**
 * Finds the watermark wherever it begins, in windows of many lengths, and adds up the evidence of windows whose watermarks begin at
 * different offsets (the lines of a conversation).
 *
 * <p>The bound. For a fixed signal z and random signs, Hoeffding's inequality gives P(|c| / |z| >= t) <= 2 exp(-t^2 / 2), whatever z is.
 * All attempts are counted and accounted for by the union bound: offsets, windows, channels, combinations.
 */
final class Detector {
    private static final int SHORTEST = WatermarkBand.PERIOD / 4;
    /** 2.5 s: shorter sound has too little evidence to share the allowance with searches for attacks. */
    private static final int THOROUGH = 5 * WatermarkBand.RATE / 2;

    private final Correlator correlator;
    private final int channels;
    private final boolean thorough;
    private double best;
    private double bestLog;

    private Detector(WatermarkKey key, int channels, boolean thorough) {
        this.correlator = new Correlator(key);
        this.channels = channels;
        this.thorough = thorough;
    }

    /** Tries the changes of {@code grid} if the watermark is not found without. */
    static Detection detect(Pcm sound, WatermarkKey key, List<List<Change>> grid) {
        // With several channels: their mean, and each alone (a speaker may be on one side, or in opposite phase).
        var mono = at24k(sound.toMono());
        var detector = new Detector(key, sound.channels() == 1 ? 1 : sound.channels() + 1, mono.length >= THOROUGH);
        detector.searchChannel(mono);
        for (int c = 0; sound.channels() > 1 && c < sound.channels(); c++) detector.searchChannel(at24k(sound.channel(c)));
        if (detector.thorough && !grid.isEmpty() && detector.bestLog >= Math.log(Detection.MOST)) detector.resynchronise(mono, key, grid);
        return Detection.of(detector.best, detector.bestLog);
    }

    private static float[] at24k(Pcm mono) {
        return Resampler.resample(mono, WatermarkBand.RATE).samples(0);
    }

    private void searchChannel(float[] sound) {
        search(Whitening.of(sound));
        if (thorough) search(Whitening.ofNoisy(sound));
    }

    /** Half of the allowance is for this. */
    private void resynchronise(float[] sound, WatermarkKey key, List<List<Change>> grid) {
        double log = Resynchronisation.logEvidence(Whitening.ofNoisy(sound), key.signs(WatermarkBand.PERIOD), grid);
        bestLog = Math.min(bestLog, Math.log(2) - log);
        best = Math.max(best, Math.sqrt(2 * Math.max(0, log)));
    }

    private void search(float[] y) {
        var windows = windows(y.length);
        for (int w = 0; w < windows.size(); w += 2) {
            var second = windows.get(Math.min(w + 1, windows.size() - 1));
            for (var peak : correlator.peaks(windows.get(w).fold(y), second.fold(y))) {
                best = Math.max(best, Math.abs(peak.height()));
                offer(Math.abs(peak.height()), Math.log(windows.size()) + Math.log(WatermarkBand.PERIOD));
            }
        }
        combine(y);
    }

    private record Window(int from, int to) {
        float[] fold(float[] y) {
            return Correlator.fold(y, from, to);
        }
    }

    /** Of every length, doubling, up to the whole; each begins half a length after the previous one. */
    private static List<Window> windows(int samples) {
        var all = new ArrayList<Window>();
        for (int length = SHORTEST; length < 2 * samples; length *= 2) {
            for (int w = 0; w < count(samples, length); w++) {
                int from = w * (length / 2);
                all.add(new Window(from, Math.min(samples, from + length)));
            }
        }
        return all;
    }

    private static int count(int samples, int length) {
        return Math.max(1, Math.ceilDiv(samples - length, length / 2) + 1);
    }

    /**
     * The height for which {@code logTried} (its logarithm) attempts were made. Two for the sign; half of the allowance is for the
     * combinations; of a thorough search, half is for resynchronisation, and a half of the rest for each whitening.
     */
    private void offer(double height, double logTried) {
        double log = Math.log(2 * 2 * (thorough ? 4 : 1) * channels) + logTried - height * height / 2;
        bestLog = Math.min(bestLog, log);
    }

    private record Piece(float[] z, Correlator.Peak peak) {}

    /** Windows of one period each, without overlap; silent ones left out. */
    private List<Piece> pieces(float[] y) {
        int count = Math.ceilDiv(y.length, WatermarkBand.PERIOD);
        var pieces = new ArrayList<Piece>();
        for (int w = 0; w < count && count > 1; w += 2) {
            var a = Correlator.fold(y, w * WatermarkBand.PERIOD, Math.min(y.length, (w + 1) * WatermarkBand.PERIOD));
            var b = Correlator.fold(y, Math.min(y.length, (w + 1) * WatermarkBand.PERIOD), Math.min(y.length, (w + 2) * WatermarkBand.PERIOD));
            var peaks = correlator.peaks(a, b);
            if (peaks[0].height() != 0) pieces.add(new Piece(a, peaks[0]));
            if (peaks[1].height() != 0) pieces.add(new Piece(b, peaks[1]));
        }
        return pieces;
    }

    /** The m strongest windows that do not overlap, each at its own offset, as one sum; m = 2, 3, ... */
    private void combine(float[] y) {
        var pieces = pieces(y);
        int count = pieces.size();
        pieces.sort(Comparator.comparingDouble(p -> -Math.abs(p.peak.height())));
        var sum = new float[WatermarkBand.PERIOD];
        double evidence = 0;
        double logChoices = 0;
        for (int m = 1; m <= count; m++) {
            var piece = pieces.get(m - 1);
            add(sum, piece.z, piece.peak);
            evidence += Math.abs(piece.peak.height()) * Correlator.norm(piece.z);
            logChoices += Math.log((double) (count - m + 1) / m);
            // 2P ways per piece (offset, sign of the first is free), which m pieces, and which m.
            if (m > 1) offer(evidence / Correlator.norm(sum), logChoices + Math.log(count) + m * Math.log(2.0 * WatermarkBand.PERIOD));
        }
    }

    /** Shifts the piece so that the signs would begin at 0, and inverts it so that they would be positive. */
    private static void add(float[] sum, float[] z, Correlator.Peak peak) {
        for (int i = 0; i < sum.length; i++) sum[i] += (float) Math.signum(peak.height()) * z[(i + peak.offset()) % sum.length];
    }
}
