package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.device.MemoryOut;

/** Whatever the user does, every sample heard is the source's own, in the order that a model without any thread says. */
class TransportPropertyTest {
    private static final int FRAMES = 30_000;

    /** The model: where the next frame comes from. */
    private static final class Model {
        private final float[] sound;
        private float[] heard = new float[0];
        private int at;
        private int loopFrom = -1;
        private int loopTo;

        Model(float[] sound) {
            this.sound = sound;
        }

        /** How many frames can be heard before the end, at most {@code wanted}. */
        int hear(int wanted) {
            int from = heard.length;
            heard = Arrays.copyOf(heard, from + wanted);
            for (int i = from; i < heard.length; i++) {
                if (at >= sound.length) {
                    heard = Arrays.copyOf(heard, i);
                    break;
                }
                boolean inside = loopFrom >= 0 && at < loopTo;
                heard[i] = sound[at++];
                if (inside && at == loopTo) at = loopFrom;
            }
            return heard.length - from;
        }
    }

    @Property(tries = 60)
    void heardIsWhatTheModelHears(@ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int piece,
            @ForAll @IntRange(min = 900, max = 3_000) int queue) {
        var dice = new Random(seed);
        var sound = Rig.noise(FRAMES, seed);
        var model = new Model(sound.samples(0));
        try (var rig = new Rig(MemoryOut.paced(Rig.RATE, queue), piece)) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.play();
            for (int i = 0; i < 12; i++) {
                act(dice, rig, model);
                // Not to the very end: there it would stop by itself.
                int most = model.loopFrom >= 0 && model.at < model.loopTo ? FRAMES : FRAMES - 1 - model.at;
                rig.hear(model.hear(Math.min(most, dice.nextInt(3_000))));
                assertEquals(model.at, rig.transport.position());
            }
            assertArrayEquals(model.heard, rig.out.heard().samples(0));
        }
    }

    private void act(Random dice, Rig rig, Model model) {
        int what = dice.nextInt(6);
        if (what == 0) pausing(rig, () -> { });
        else if (what == 1) pausing(rig, () -> seek(rig, model, dice.nextInt(FRAMES - 1)));
        else if (what == 2) pausing(rig, () -> loop(rig, model, dice));
        else if (what == 3) rig.transport.source(AudioSource.of(Pcm.mono(Rig.RATE, model.sound)));
        else if (what == 4) flushing(rig, () -> seek(rig, model, dice.nextInt(FRAMES - 1)));
        else flushing(rig, () -> loop(rig, model, dice));
    }

    private static void pausing(Rig rig, Runnable action) {
        rig.pause();
        action.run();
        rig.transport.play();
    }

    /** While it plays: what is queued is dropped. */
    private static void flushing(Rig rig, Runnable action) {
        Rig.until(() -> rig.out.queued() > 0);
        int before = rig.out.flushes();
        action.run();
        Rig.until(() -> rig.out.flushes() > before);
    }

    private static void seek(Rig rig, Model model, int frame) {
        rig.transport.seek(frame);
        model.at = frame;
    }

    private static void loop(Rig rig, Model model, Random dice) {
        model.loopFrom = dice.nextInt(FRAMES - 3_000);
        model.loopTo = model.loopFrom + 1 + dice.nextInt(2_000);
        rig.transport.loop(Optional.of(new FrameRange(model.loopFrom, model.loopTo)));
    }
}
