package studio.parley.studio.timing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.ClipEdges;
import studio.parley.studio.timing.LineTimes.Span;

/** Changes the speed of clips at their own pitch: a setting of the clip, which loses nothing and makes nothing stale. */
public final class ClipSpeeds {
    /** One step: a twentieth of the normal speed. */
    private static final int STEPS = 20;

    private ClipSpeeds() {}

    /** One speed for lines, 0.5 to 2; later clips move according to {@code ripple}. */
    public static Edit to(Collection<String> lines, double speed, Ripple ripple) {
        return edit(speed == 1 ? "Normal speed" : "Speed " + text(speed), lines, was -> speed, ripple);
    }

    /** Each line to the next step of 5 %, not beyond half or double the speed. */
    public static Edit step(Collection<String> lines, boolean faster, Ripple ripple) {
        return edit(faster ? "Slightly faster" : "Slightly slower", lines, was -> next(was, faster), ripple);
    }

    private static double next(double speed, boolean faster) {
        double step = faster ? Math.floor(speed * STEPS + 1e-6) + 1 : Math.ceil(speed * STEPS - 1e-6) - 1;
        return Math.clamp(step / STEPS, TimeStretch.SLOWEST, TimeStretch.FASTEST);
    }

    /**
     * Fits a line's take to a length in milliseconds, to the millisecond.
     *
     * @throws Problem if that would be slower than half or faster than double
     */
    public static Edit fit(Document document, String line, long millis, Ripple ripple) {
        long usual = usual(document, line);
        long least = (long) Math.ceil(usual / TimeStretch.FASTEST);
        long most = (long) (usual / TimeStretch.SLOWEST);
        if (millis < least || millis > most) throw Problem.input("This take is " + seconds(usual) + " long and can be fitted to "
                + seconds(least) + " to " + seconds(most) + ". Enter a length in this range.");
        double exact = Math.round(1e6 * usual / millis) / 1e6;
        double speed = Math.clamp(exact, TimeStretch.SLOWEST, TimeStretch.FASTEST);
        return edit("Fit to " + seconds(millis), Set.of(line), was -> speed, ripple);
    }

    /** The length of a line's clip at normal speed in milliseconds; 0 without a take. */
    public static long usual(Document document, String line) {
        var own = document.decoration(line).withSpeed(1);
        return document.line(line).flatMap(l -> l.sounding()).map(t -> ClipEdges.of(t, own)).map(e -> Math.max(0, e.end() - e.start())).orElse(0L);
    }

    /** {@code 1.25×}, with two decimals at most. */
    public static String text(double speed) {
        return BigDecimal.valueOf(speed).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "×";
    }

    private static String seconds(long millis) {
        return TimeFormat.plainSeconds(millis) + " s";
    }

    private static Edit edit(String label, Collection<String> lines, DoubleUnaryOperator speed, Ripple ripple) {
        var chosen = Set.copyOf(lines);
        return Edit.of(label, d -> {
            var decorations = new HashMap<>(d.decorations());
            for (var line : d.lines()) {
                if (!chosen.contains(line.id())) continue;
                var own = d.decoration(line.id());
                decorations.put(line.id(), own.withSpeed(speed.applyAsDouble(own.speed())));
            }
            var changed = d.withDecorations(decorations);
            return ripple == Ripple.ALL ? changed : placed(d, changed, chosen, ripple);
        });
    }

    /** Other clips stay, or move along on the tracks on which something before them changed its length. */
    private static Document placed(Document before, Document changed, Set<String> lines, Ripple ripple) {
        var times = LineTimes.of(before);
        var growths = times.spans().stream().filter(s -> lines.contains(s.line())).map(s -> new Growth(s.speaker(), s.start(), longer(changed, s))).toList();
        return RelationSolver.of(changed, RipplePolicy.of(before, times, Set.of(), ripple,
                s -> growths.stream().filter(g -> g.speaker() == s.speaker() && g.start() < s.start()).mapToLong(Growth::by).sum()));
    }

    private static long longer(Document changed, Span span) {
        return LineTimes.length(changed, changed.lines().get(span.index())) - span.length();
    }

    /** By how many milliseconds a clip became longer. */
    private record Growth(int speaker, long start, long by) {}
}
