package studio.parley.voice;

import java.util.List;
import java.util.Locale;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;

/**
 * The processing of a reference clip, step by step, before it is encoded. The original is never changed. Immutable.
 *
 * @param name short, for the command line and for the name of cached results
 * @param steps in order
 */
public record ClipPreparation(String name, List<ClipFilter> steps) {
    /** The model's rate, samples per second. */
    public static final int RATE = 24000;

    /** Like CSM's generator.py: mono, 24 kHz, nothing else. */
    public static final ClipPreparation NONE = new ClipPreparation("none", List.of(new ClipFilter.Mono(), new ClipFilter.Resample(RATE)));

    /** Like csm-multi's voice_clone.py, with its parameters. */
    public static final ClipPreparation CLONE = new ClipPreparation("clone", List.of(new ClipFilter.Mono(), new ClipFilter.Resample(RATE),
            new ClipFilter.PeakNormalise(), new ClipFilter.RemoveLongSilences(0.015, 0.02, 10, 0.15, 0.05)));

    /** Everything Parley can fix, gently: also the DC offset and the ends, and silences shortened rather than removed. */
    public static final ClipPreparation STUDIO = new ClipPreparation("studio", List.of(new ClipFilter.Mono(), new ClipFilter.RemoveDc(),
            new ClipFilter.Resample(RATE), new ClipFilter.PeakNormalise(), new ClipFilter.TrimEdges(0.02, 0.1),
            new ClipFilter.RemoveLongSilences(0.02, 0.02, 10, 0.8, 0.2)));

    public ClipPreparation {
        steps = List.copyOf(steps);
    }

    /** A preset by its name. */
    public static ClipPreparation named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "none" -> NONE;
            case "clone" -> CLONE;
            case "studio" -> STUDIO;
            default -> throw Problem.input("There is no preparation called \"" + name + "\". Choose none, clone or studio.");
        };
    }

    /** All steps in order: mono at 24 kHz with every preset. */
    public Pcm apply(Pcm clip) {
        for (var step : steps) clip = step.apply(clip);
        return clip;
    }
}
