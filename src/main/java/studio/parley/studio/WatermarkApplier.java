package studio.parley.studio;

import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.render.ContextHash;
import studio.parley.watermark.Watermark;
import studio.parley.watermark.WatermarkKey;

/** The watermark that goes into everything that is spoken, or none. */
public final class WatermarkApplier {
    private final Optional<WatermarkKey> key;

    private WatermarkApplier(Optional<WatermarkKey> key) {
        this.key = key;
    }

    public static WatermarkApplier none() {
        return new WatermarkApplier(Optional.empty());
    }

    /** With this installation's key, which is made if there is none yet. */
    public static WatermarkApplier of(AppDirectories directories) {
        return new WatermarkApplier(Optional.of(InstallationKey.of(directories.keyFile())));
    }

    /** Tells markings apart in a recipe: renders with different keys are different renders. Says nothing about the key itself. */
    String name() {
        return key.map(k -> ContextHash.of(java.util.List.of("marking", k.text()))).orElse("none");
    }

    /** The sound with the mark in it. */
    public Pcm apply(Pcm sound) {
        return key.map(k -> Watermark.embed(sound, k)).orElse(sound);
    }
}
