package studio.parley.studio;

import java.nio.file.Path;
import java.util.Locale;
import studio.parley.audio.AudioFiles;
import studio.parley.audio.Pcm;
import studio.parley.audio.Resampler;
import studio.parley.problem.Problem;

/** What is done to a reference clip, and to the words, before the model gets them. */
public enum Preparation {
    /** What generator.py does: mono, resampled; a clip that is mono at the model's rate passes sample for sample. */
    NONE {
        @Override
        Pcm clip(Path file, int rate) {
            return Resampler.resample(AudioFiles.read(file).toMono(), rate);
        }

        @Override
        String words(String text) {
            return text;
        }
    };

    abstract Pcm clip(Path file, int rate);

    abstract String words(String text);

    /** none or clone. */
    public static Preparation named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.input("There is no preparation '" + name + "'; use none or clone.");
        }
    }
}
