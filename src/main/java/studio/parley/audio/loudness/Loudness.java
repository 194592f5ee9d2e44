package studio.parley.audio.loudness;

import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;

/**
 * Loudness by ITU-R BS.1770-4 and EBU R 128, all in LUFS or LU; -infinity for silence and for what is too short to measure
 * (0.4 s; 3 s for short-term and range). One channel counts once, as in ffmpeg's ebur128 (no "dual mono").
 *
 * @param integrated  of the whole, gated
 * @param momentary   largest in 0.4 s
 * @param shortTerm   largest in 3 s
 * @param range       EBU Tech 3342, 0 when it cannot be measured
 * @param truePeakDb  of the signal at four times the rate, dBTP
 */
public record Loudness(double integrated, double momentary, double shortTerm, double range, double truePeakDb) {
    private static final double ABSOLUTE_GATE = -70;

    /** From the weighted energy of every whole 100 ms, all channels together. */
    static Loudness ofTenths(double[] tenths, double truePeakDb) {
        var blocks = windows(tenths, 4);
        var threes = windows(tenths, 30);
        return new Loudness(integrated(blocks), lufs(most(blocks)), lufs(most(threes)), range(threes), truePeakDb);
    }

    /** Only the integrated loudness, without the cost of the true peak. */
    public static double integratedOf(Pcm pcm) {
        var analyzer = new LoudnessAnalyzer(pcm.rate(), pcm.channels(), false);
        analyzer.add(pcm);
        return analyzer.finish().integrated();
    }

    /** Mean energy of every {@code count} tenths in a row. */
    private static double[] windows(double[] tenths, int count) {
        var out = new double[Math.max(0, tenths.length - count + 1)];
        for (int i = 0; i < out.length; i++) out[i] = Arrays.stream(tenths, i, i + count).sum() / count;
        return out;
    }

    private static double integrated(double[] blocks) {
        double gate = lufs(Arrays.stream(blocks).filter(e -> lufs(e) > ABSOLUTE_GATE).average().orElse(0)) - 10;
        return lufs(Arrays.stream(blocks).filter(e -> lufs(e) > ABSOLUTE_GATE && lufs(e) > gate).average().orElse(0));
    }

    private static double range(double[] threes) {
        double gate = lufs(Arrays.stream(threes).filter(e -> lufs(e) > ABSOLUTE_GATE).average().orElse(0)) - 20;
        var kept = Arrays.stream(threes).map(Loudness::lufs).filter(l -> l > ABSOLUTE_GATE && l > gate).sorted().toArray();
        if (kept.length == 0) return 0;
        return kept[(int) Math.round((kept.length - 1) * 0.95)] - kept[(int) Math.round((kept.length - 1) * 0.10)];
    }

    private static double most(double[] energies) {
        return Arrays.stream(energies).max().orElse(0);
    }

    static double lufs(double energy) {
        return -0.691 + 10 * Math.log10(energy);
    }
}
