package studio.parley.studio.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;
import studio.parley.audio.pcm.Fade;
import studio.parley.audio.pcm.Mixer;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Cancellation;
import studio.parley.studio.export.Arrangement.Part;

/**
 * The sound of an arrangement by position: whoever asks for some frames gets the same samples, bit for bit, in whatever
 * pieces and order they ask, so that playing, drawing and writing cannot differ. Mixed by {@link Mixer}, with clips loaded when
 * they are reached. Values beyond ±1 are kept. Any thread.
 */
public final class MixRenderer {
    private final Arrangement arrangement;
    private final ClipCache sounds;

    private final int channels;

    /** In mono. */
    public MixRenderer(Arrangement arrangement, ClipCache sounds) {
        this(arrangement, sounds, 1);
    }

    /** @param channels 1, or 2 for stereo with every speaker at the place the track says */
    public MixRenderer(Arrangement arrangement, ClipCache sounds, int channels) {
        if (channels < 1 || channels > 2) throw new IllegalArgumentException(channels + " channels");
        this.arrangement = arrangement;
        this.sounds = sounds;
        this.channels = channels;
    }

    public int rate() {
        return arrangement.rate();
    }

    /** Frames in all. */
    public long length() {
        return arrangement.length();
    }

    /** {@code count} frames from {@code from} on; silence before 0, behind the end and wherever nobody speaks. */
    public Pcm read(long from, int count) {
        var parts = new ArrayList<Mixer.Part>();
        for (var part : arrangement.parts()) {
            if (part.audible() && part.start() < from + count && part.end() > from) parts.add(placed(part));
        }
        return new Mixer(rate(), channels, parts).mix(from, count);
    }

    /** Loads now what reading these frames needs, so that it will be quick. */
    public void prepare(long from, long to) {
        for (var part : arrangement.parts()) if (part.audible() && part.start() < to && part.end() > from) sounds.get(part, rate());
    }

    /**
     * Calls {@code sink} with the whole, in pieces of {@code piece} frames.
     *
     * @throws java.util.concurrent.CancellationException if {@link Cancellation} requests it
     */
    public void stream(int piece, Consumer<Pcm> sink) {
        for (long at = 0; at < length(); at += piece) {
            Cancellation.stopIfWished();
            sink.accept(read(at, (int) Math.min(piece, length() - at)));
        }
    }

    /** The sound of one part alone, where it lies, also when its speaker is muted. */
    public MixRenderer solo(Part p) {
        var heard = new Part(p.number(), p.line(), p.speaker(), p.take(), p.speed(), p.start(), p.skip(), p.frames(), p.gain(), p.fadeIn(),
                p.fadeOut(), p.ducks(), true,
                p.pan());
        return new MixRenderer(new Arrangement(rate(), List.of(heard), p.end()), sounds, channels);
    }

    /** The linear gain of every frame of a part, counted from its start, exactly as it is mixed: for whoever draws it. */
    public static LongToDoubleFunction gain(Part part, int rate) {
        var fade = fade(part);
        var ducks = ducks(part, 0);
        return i -> Mixer.gain(part.gain(), fade, ducks, i, part.frames(), i, rate);
    }

    private static Fade fade(Part part) {
        return new Fade((int) part.fadeIn(), (int) part.fadeOut(), Fade.Shape.EQUAL_POWER);
    }

    private static List<Mixer.Duck> ducks(Part part, long start) {
        return part.ducks().stream().map(d -> new Mixer.Duck(start + d.from(), start + d.to(), d.gain())).toList();
    }

    private Mixer.Part placed(Part part) {
        return new Mixer.Part(sounds.get(part, rate()), part.start(), part.gain(), channels == 1 ? 0 : part.pan(), fade(part),
                ducks(part, part.start()));
    }
}
