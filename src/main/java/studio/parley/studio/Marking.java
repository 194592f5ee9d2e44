package studio.parley.studio;

import java.util.Optional;
import studio.parley.audio.Pcm;
import studio.parley.render.Hashes;
import studio.parley.watermark.Watermark;
import studio.parley.watermark.WatermarkKey;

/** The watermark that goes into everything that is spoken, or none. */
public final class Marking {
    private final Optional<WatermarkKey> key;

    private Marking(Optional<WatermarkKey> key) {
        this.key = key;
    }

    public static Marking none() {
        return new Marking(Optional.empty());
    }

    /** With this installation's key, which is made if there is none yet. */
    public static Marking of(Places places) {
        return new Marking(Optional.of(InstallationKey.of(places.keyFile())));
    }

    /** Tells markings apart in a recipe: renders with different keys are different renders. Says nothing about the key itself. */
    String name() {
        return key.map(k -> Hashes.of(java.util.List.of("marking", k.text()))).orElse("none");
    }

    /** The sound with the mark in it. */
    public Pcm apply(Pcm sound) {
        return key.map(k -> Watermark.embed(sound, k)).orElse(sound);
    }
}
