package studio.parley.studio.transcription;

import java.util.ArrayList;
import studio.parley.audio.pcm.Peaks;
import studio.parley.studio.transcription.TakeTranscript.Word;

/**
 * Moves the border between two words that follow one another without a pause to the quietest moment nearby: a recogniser's times are inexact by some
 * hundredths of a second, and a cut there would be heard. Pure; any thread.
 */
public final class QuietBorders {
    private static final double PAUSE = 0.08;
    private static final double NEARBY = 0.08;
    private static final double STEP = 0.01;
    private static final double SILENT = 1e-4;

    private QuietBorders() {}

    /** @param rate of the clip that the peaks belong to */
    public static TakeTranscript of(TakeTranscript heard, Peaks peaks, int rate) {
        var words = new ArrayList<>(heard.words());
        for (int i = 1; i < words.size(); i++) {
            var a = words.get(i - 1);
            var b = words.get(i);
            if (b.from() - a.to() > PAUSE) continue;
            double border = (a.to() + b.from()) / 2;
            double at = quietest(peaks, rate, border, Math.max((a.from() + a.to()) / 2, border - NEARBY), Math.min((b.from() + b.to()) / 2, border + NEARBY));
            words.set(i - 1, new Word(a.text(), a.from(), at, a.probability()));
            words.set(i, new Word(b.text(), at, b.to(), b.probability()));
        }
        return new TakeTranscript(heard.recogniser(), words);
    }

    /** What is nearer to {@code border} may be a little louder. */
    private static double quietest(Peaks peaks, int rate, double border, double from, double to) {
        int steps = (int) Math.floor((to - from) / STEP);
        if (steps < 1 || to * rate > peaks.frames()) return border;
        var columns = peaks.columns(0, from * rate, (from + steps * STEP) * rate, steps);
        double best = border;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < steps; i++) {
            double at = from + (i + 0.5) * STEP;
            double cost = (columns[i].rms() + SILENT) * (1 + Math.abs(at - border) / NEARBY);
            if (cost >= least) continue;
            least = cost;
            best = at;
        }
        return best;
    }
}
