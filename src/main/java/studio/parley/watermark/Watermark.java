package studio.parley.watermark;

import studio.parley.audio.pcm.Pcm;

/**
 * The inaudible watermark that says "made with this installation of Parley": noise known only to the holder of the key, at least 36 dB
 * below the speech in total and 20 dB below it in every critical band. Deterministic and thread-safe.
 *
 * <p>For the method, its robustness and a comparison see docs/decisions/0006.
 */
public final class Watermark {
    private Watermark() {}

    /** A finished mono take of any rate with the watermark added; silence is returned unchanged. */
    public static Pcm embed(Pcm mono, WatermarkKey key) {
        if (mono.channels() != 1) throw new IllegalArgumentException("the mark is put into mono takes, not into " + mono);
        return Embedder.embed(mono, key);
    }

    /** Searches for the key's watermark in audio of any rate and channel count. Takes about 1/40 of the duration. */
    public static Detection detect(Pcm sound, WatermarkKey key) {
        return Detector.detect(sound, key);
    }
}
