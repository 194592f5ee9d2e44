package studio.parley.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One sentence of advice about a reference clip, its subject, and the step that fixes it, if there is one. */
public record ClipAdvice(Kind kind, String sentence, Optional<ClipFilter> repair) {
    /** What could be better about a clip. */
    public enum Kind { SILENT, SHORT, LONG, SILENCE, CLIPPED, QUIET, OFFSET, CHANNELS, NOISY, DULL }

    /** Shorter clips are too short to represent a voice; most engines ask for 8 to 30 s. */
    private static final double SHORT_SECONDS = 3;

    static List<ClipAdvice> on(ClipReport r) {
        var all = new ArrayList<ClipAdvice>();
        if (r.level().peak() == 0) return List.of(of(Kind.SILENT, "The clip is silent. Choose another recording."));
        length(r, all);
        level(r, all);
        quality(r, all);
        return all;
    }

    private static void length(ClipReport r, List<ClipAdvice> all) {
        if (r.seconds() < SHORT_SECONDS) all.add(of(Kind.SHORT, "The clip is only %.1f s long; 8 to 30 s give a more consistent voice.", r.seconds()));
        if (r.seconds() > BestStretch.LONGEST) {
            all.add(of(Kind.LONG, "The clip takes %.1f s of context, and its transcript takes more; its best 10 to 20 s are "
                    + "enough for a voice.", r.seconds()));
        }
        if (r.silentSeconds() > Math.max(1, r.seconds() / 4)) {
            all.add(mended(Kind.SILENCE, "%.1f s of the clip is silence, which uses up context and is imitated as pauses.", new ClipFilter.RemoveLongSilences(
                    0.02, 0.02, 10, 0.8, 0.2), r.silentSeconds()));
        }
    }

    private static void level(ClipReport r, List<ClipAdvice> all) {
        if (r.level().clipped() > 0) {
            all.add(of(Kind.CLIPPED, "%d samples are clipped. Record again with less gain if it sounds harsh.", r.level().clipped()));
        }
        if (r.level().peakDb() < -18) {
            all.add(mended(Kind.QUIET, "The clip is quiet (peak %.0f dB).", new ClipFilter.PeakNormalise(), r.level().peakDb()));
        }
        if (Math.abs(r.level().dc()) > 0.01) {
            all.add(mended(Kind.OFFSET, "The clip has a DC offset of %.3f.", new ClipFilter.RemoveDc(), r.level().dc()));
        }
    }

    private static void quality(ClipReport r, List<ClipAdvice> all) {
        if (r.channels() > 1) all.add(mended(Kind.CHANNELS, "The clip has %d channels, which are mixed to mono for the model.", new ClipFilter.Mono(), r.channels()));
        if (r.noise().snrDb() < 25) {
            all.add(of(Kind.NOISY, "The speech is only %.0f dB above the noise, and the noise becomes part of the voice. Record in a quieter room.",
                    r.noise().snrDb()));
        }
        if (r.noise().bandwidth() < 7000) {
            all.add(of(Kind.DULL, "There is nothing above %.1f kHz, as in a telephone call, so the voice will sound dull.",
                    r.noise().bandwidth() / 1000));
        }
    }

    private static ClipAdvice of(Kind kind, String format, Object... values) {
        return new ClipAdvice(kind, String.format(Locale.ROOT, format, values), Optional.empty());
    }

    private static ClipAdvice mended(Kind kind, String format, ClipFilter repair, Object... values) {
        return new ClipAdvice(kind, String.format(Locale.ROOT, format, values) + " Fix: " + repair.words() + ".", Optional.of(repair));
    }
}
