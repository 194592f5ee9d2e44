package studio.parley.studio;

import java.util.function.Function;
import java.util.function.Predicate;
import studio.parley.audio.Pcm;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Timeline;

/** A timeline as one sound: takes added where they sound, interrupted lines ducked with short ramps. The same for mix and stems. */
final class Mixdown {
    private static final double RAMP_SECONDS = 0.03;

    private final Timeline timeline;
    private final Function<Line, Pcm> sounds;

    /** {@code sounds} gives each line's take, mono, at the timeline's rate. */
    Mixdown(Timeline timeline, Function<Line, Pcm> sounds) {
        this.timeline = timeline;
        this.sounds = sounds;
    }

    /** The lines that {@code wanted} takes, as long as the whole conversation; never beyond full scale if {@code gain} fits. */
    Pcm of(Predicate<Line> wanted, double gain) {
        return Pcm.mono(timeline.rate(), sum(wanted)).times(gain);
    }

    /** 1, or what brings the loudest moment of the whole mix down to full scale. */
    double gain() {
        float peak = 0;
        for (float s : sum(l -> true)) peak = Math.max(peak, Math.abs(s));
        return peak <= 1 ? 1 : 0.999 / peak;
    }

    private float[] sum(Predicate<Line> wanted) {
        var out = new float[Math.toIntExact(timeline.length())];
        for (var placed : timeline.placed()) {
            if (placed.end() == placed.start() || !wanted.test(placed.line())) continue;
            var samples = sounds.apply(placed.line()).samples(0);
            for (var duck : timeline.ducks()) if (duck.line().equals(placed.line())) duck(samples, duck, placed.start());
            for (int i = 0; i < samples.length; i++) out[(int) placed.start() + i] += samples[i];
        }
        return out;
    }

    private void duck(float[] samples, Timeline.Duck duck, long start) {
        double floor = Math.pow(10, duck.gainDb() / 20);
        double ramp = RAMP_SECONDS * timeline.rate();
        for (int i = 0; i < samples.length; i++) {
            double outside = Math.max(duck.from() - (start + i), start + i - duck.to() + 1);
            double depth = Math.clamp(1 - outside / ramp, 0, 1);
            samples[i] *= (float) (1 - depth * (1 - floor));
        }
    }
}
