package studio.parley.studio;

import java.nio.file.Path;
import java.util.Locale;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;
import studio.parley.voice.ClipPreparation;

/** What is done to a reference clip, and to the words, before the model gets them. */
public enum ClipPreset {
    /**
     * What generator.py does: mono, resampled (by a sharper filter than its own); a clip that is mono at the model's rate passes
     * sample for sample.
     */
    NONE,
    /** The same, and a long clip is heard to its end instead of its best stretch only ({@link ReferenceCut}). */
    WHOLE,
    /** What voice_clone.py does: also peak level, long silences out; words without any punctuation get a full stop. */
    CLONE,
    /** Everything Parley can mend in a clip, gently; the words as they are. */
    STUDIO;

    /** The clip in a file, mono, at the model's rate. */
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

    /** The words as the model gets them. */
    String words(String text) {
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
