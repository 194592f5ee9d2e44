package studio.parley.voice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import studio.parley.audio.dsp.PitchTrack;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;

/**
 * Why audio cannot be a reference clip. Evaluated in frames of 20 ms without their mean, so that a constant offset is silence. A voice
 * changes in loudness, or is steady and pitched; noise and hum are neither, and a click is too short.
 */
public enum ReferenceRejection {
    SHORT, SILENT, NOISE;

    private static final double SHORTEST = 0.5;
    private static final double FRAME = 0.02;
    /** The minimum difference in level. */
    private static final double VOICED = 0.3;
    /** Quieter than this is the noise of a converter, dB relative to full scale. */
    private static final double NOTHING = -62;
    private static final double ABOVE_NOISE = 6;
    /** Steady sound below this level is hum or hiss. */
    private static final double STEADY = -45;
    /** Finding the pitch takes long: a section from the middle is enough. */
    private static final double LISTENED = 3;

    /** Empty if there may be a voice in it. May take a second: not for the JavaFX thread. */
    public static Optional<ReferenceRejection> in(Pcm clip) {
        if (clip.seconds() < SHORTEST) return Optional.of(SHORT);
        var mono = clip.toMono();
        var levels = levels(mono);
        Arrays.sort(levels);
        if (levels[levels.length - 1] < NOTHING) return Optional.of(SILENT);
        double floor = Math.max(levels[levels.length / 10] + ABOVE_NOISE, NOTHING);
        long voiced = Arrays.stream(levels).filter(l -> l > floor).count();
        boolean steady = levels[levels.length / 2] > STEADY;
        return voiced * FRAME >= VOICED || steady && isPitched(mono) ? Optional.empty() : Optional.of(NOISE);
    }

    private static boolean isPitched(Pcm mono) {
        int length = (int) Math.min(mono.frames(), LISTENED * mono.rate());
        int from = (mono.frames() - length) / 2;
        return PitchTrack.of(mono.slice(from, from + length)).median().isPresent();
    }

    /** In decibels relative to full scale, in order of time. */
    private static double[] levels(Pcm mono) {
        int size = Math.max(1, (int) (FRAME * mono.rate()));
        var out = new double[mono.frames() / size];
        for (int f = 0; f < out.length; f++) {
            double sum = 0;
            double square = 0;
            for (int i = f * size; i < (f + 1) * size; i++) {
                double v = mono.at(0, i);
                sum += v;
                square += v * v;
            }
            out[f] = 10 * Math.log10(Math.max(1e-12, square / size - sum / size * (sum / size)));
        }
        return out;
    }

    /** @param name of the file */
    public Problem ofFile(String name, Pcm clip) {
        return Problem.input(switch (this) {
            case SHORT -> String.format(Locale.ROOT, "%s is only %.1f s long. Choose a recording of about ten seconds.", name, clip.seconds());
            case SILENT -> name + " is silent. Choose another recording.";
            case NOISE -> "No voice was found in " + name + ", only noise. Choose a recording of one clear voice.";
        });
    }

    public Problem ofRecording(Pcm clip) {
        return Problem.input(switch (this) {
            case SHORT -> String.format(Locale.ROOT, "Only %.1f s were recorded. Record again for about ten seconds.", clip.seconds());
            case SILENT -> "The recording is silent. Check that the right microphone is selected and not muted, and record again.";
            case NOISE -> "No voice was found in the recording, only noise. Check that the right microphone is selected, speak close to it "
                    + "and record again.";
        });
    }
}
