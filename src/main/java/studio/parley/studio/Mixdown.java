package studio.parley.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import studio.parley.audio.Fade;
import studio.parley.audio.Mixer;
import studio.parley.audio.Pcm;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Timeline;

/** A timeline as one sound: takes where they sound, interrupted lines ducked. The same computation for mix and stems. */
final class Mixdown {
    private final Timeline timeline;
    private final Function<Line, Pcm> sounds;

    /** {@code sounds} gives each line's take, mono, at the timeline's rate. */
    Mixdown(Timeline timeline, Function<Line, Pcm> sounds) {
        this.timeline = timeline;
        this.sounds = sounds;
    }

    /** The lines that {@code wanted} takes, as long as the whole conversation. */
    Pcm of(Predicate<Line> wanted, double gain) {
        var parts = new ArrayList<Mixer.Part>();
        for (var placed : timeline.placed()) {
            if (placed.end() == placed.start() || !wanted.test(placed.line())) continue;
            parts.add(new Mixer.Part(sounds.apply(placed.line()), placed.start(), gain, 0, Fade.NONE, ducks(placed.line())));
        }
        return new Mixer(timeline.rate(), 1, parts).mix(0, Math.toIntExact(timeline.length()));
    }

    /** 1, or what brings the loudest moment of the whole mix down to full scale. */
    double gain() {
        float peak = 0;
        for (float s : of(l -> true, 1).samples(0)) peak = Math.max(peak, Math.abs(s));
        return peak <= 1 ? 1 : 0.999 / peak;
    }

    private List<Mixer.Duck> ducks(Line line) {
        return timeline.ducks().stream().filter(d -> d.line().id().equals(line.id()))
                .map(d -> new Mixer.Duck(d.from(), d.to(), Math.pow(10, d.gainDb() / 20))).toList();
    }
}
