package studio.parley.studio.export;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import studio.parley.audio.loudness.Limiter;
import studio.parley.audio.pcm.Pcm;

/**
 * The final processing of the mix and, identically, of every stem, so that together they are the mix.
 *
 * @param gain linear
 * @param ceiling highest true peak of the mix, linear, if it is limited
 */
record MasteringSettings(double gain, OptionalDouble ceiling) {
    static final MasteringSettings NONE = new MasteringSettings(1, OptionalDouble.empty());

    /** Sends the finished audio of {@code what} to the sink; {@code mix} supplies the whole mix and is only used for limiting. */
    double stream(MixReader what, MixReader mix, Consumer<Pcm> sink) {
        if (ceiling.isEmpty()) {
            while (!what.isOver()) sink.accept(what.next().times(gain));
            return 1;
        }
        Limiter limiter = null;
        Pcm held = null;
        while (!mix.isOver()) {
            var loud = mix.next().times(gain);
            if (limiter == null) limiter = new Limiter(loud.rate(), loud.channels(), ceiling.getAsDouble());
            var own = what == mix ? loud : what.next().times(gain);
            held = limited(held == null ? own : held.then(own), limiter.push(loud), sink);
        }
        if (limiter == null || held == null) return 1;
        limited(held, limiter.finish(), sink);
        return limiter.lowest();
    }

    /** Emits as much as there are gains for; returns the rest. */
    private static Pcm limited(Pcm held, double[] gains, Consumer<Pcm> sink) {
        var out = new float[held.channels()][gains.length];
        for (int c = 0; c < out.length; c++) {
            held.copy(c, 0, out[c], 0, gains.length);
            for (int i = 0; i < gains.length; i++) out[c][i] = (float) (out[c][i] * gains[i]);
        }
        sink.accept(Pcm.of(held.rate(), out));
        return held.slice(gains.length, held.frames());
    }
}
