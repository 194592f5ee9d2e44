package studio.parley.studio;

import java.nio.file.Path;
import java.util.Locale;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;
import studio.parley.voice.ClipPreparation;

/** How a reference clip and its transcript are prepared for the model. */
public enum ClipPreset {
    /** Like generator.py: mono, resampled (with a steeper filter than its own); a mono clip at the model's rate is unchanged. */
    NONE,
    /** The same, but all of a long clip is used instead of only its best stretch ({@link ReferenceCut}). */
    WHOLE,
    /** Like voice_clone.py: also normalises the peak and removes long silences; a transcript without any punctuation gets a full stop. */
    CLONE,
    /** Everything Parley can fix in a clip, gently; the transcript is unchanged. */
    STUDIO;

    /** The clip of a file, mono, at the model's rate. */
    public Pcm clip(Path file, int rate) {
        return clip(read(file), rate);
    }

    static Pcm read(Path file) {
        var clip = AudioFiles.read(file);
        if (clip.frames() == 0) throw Problem.input("The reference clip " + file + " is empty. Record it again.");
        return clip;
    }

    Pcm clip(Pcm clip, int rate) {
        if (this == NONE || this == WHOLE) return Resampler.resample(clip.toMono(), rate);
        return Resampler.resample(ClipPreparation.named(name()).apply(clip), rate);
    }

    /** The transcript as passed to the model. */
    public String words(String text) {
        return this != CLONE || text.chars().anyMatch(c -> ".,!?".indexOf(c) >= 0) ? text : text + ".";
    }

    /** none, whole, clone or studio. */
    public static ClipPreset named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INPUT, "There is no preparation '" + name + "'. Use none, whole, clone or studio.", e);
        }
    }
}
