package studio.parley.watermark;

import studio.parley.audio.pcm.Pcm;

/**
 * The inaudible mark that says "made with this installation of Parley": noise known only to the holder of the key, at least 36 dB
 * below the speech in all and 20 dB below it in every critical band. Deterministic and thread-safe.
 *
 * <p>How it works, what it withstands and how it compares: docs/decisions, "A watermark of our own".
 */
public final class Watermark {
    private Watermark() {}

    /** A finished mono take of any rate with the mark in it; silence is returned as it is. */
    public static Pcm embed(Pcm mono, WatermarkKey key) {
        if (mono.channels() != 1) throw new IllegalArgumentException("the mark is put into mono takes, not into " + mono);
        return Embedder.embed(mono, key);
    }

    /** Looks for the key's mark in a sound of any rate and channel count. Takes about 1/40 of the sound's duration. */
    public static Detection detect(Pcm sound, WatermarkKey key) {
        return Detector.detect(sound, key);
    }
}
