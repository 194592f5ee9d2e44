package studio.parley.studio.export;

import java.util.List;
import java.util.stream.Stream;
import studio.parley.studio.export.Arrangement.Part;

/** The ducks of a part as line segments, for programs that draw envelopes: seconds from the part's start, linear gain. */
final class DuckEnvelope {
    /** The mixer's. */
    private static final double RAMP_SECONDS = 0.03;

    private DuckEnvelope() {}

    record Point(double seconds, double gain) {}

    static List<Point> of(Part part, int rate) {
        long ramp = Math.round(RAMP_SECONDS * rate);
        var corners = Stream.concat(Stream.of(0L, part.frames()),
                part.ducks().stream().flatMap(d -> Stream.of(d.from(), d.from() + ramp, d.to(), d.to() + ramp)));
        return corners.filter(f -> f >= 0 && f <= part.frames()).distinct().sorted().map(f -> new Point((double) f / rate, gain(part, f, ramp))).toList();
    }

    private static double gain(Part part, long frame, double ramp) {
        double gain = 1;
        for (var d : part.ducks()) {
            double depth = Math.clamp((frame - d.from()) / ramp, 0, 1) - Math.clamp((frame - d.to()) / ramp, 0, 1);
            gain *= 1 - depth * (1 - d.gain());
        }
        return gain;
    }
}
