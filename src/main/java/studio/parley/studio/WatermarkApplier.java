package studio.parley.studio;

import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.render.ContextHash;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.watermark.Watermark;
import studio.parley.watermark.WatermarkKey;
import studio.parley.watermark.WatermarkStream;

/** The watermark that is added to everything that is rendered, or none. */
public final class WatermarkApplier {
    private final Optional<WatermarkKey> key;

    private WatermarkApplier(Optional<WatermarkKey> key) {
        this.key = key;
    }

    public static WatermarkApplier none() {
        return new WatermarkApplier(Optional.empty());
    }

    /** With this installation's key, which is created if there is none yet. */
    public static WatermarkApplier of(AppDirectories directories) {
        return new WatermarkApplier(Optional.of(InstallationKey.of(directories.keyFile())));
    }

    /** Distinguishes watermarks in a recipe: renders with different keys are different renders. Does not reveal the key itself. */
    public String name() {
        return key.map(k -> ContextHash.of(java.util.List.of("marking", k.text()))).orElse("none");
    }

    public boolean isMarking() {
        return key.isPresent();
    }

    /** The same while mono audio is generated; {@code content} distinguishes it from any other. Empty: without a watermark. */
    public Optional<WatermarkStream> stream(int rate, String content) {
        return key.map(k -> new WatermarkStream(k, rate, content));
    }

    /** The audio with the watermark. */
    public Pcm apply(Pcm sound) {
        return key.map(k -> Watermark.embed(sound, k)).orElse(sound);
    }
}
