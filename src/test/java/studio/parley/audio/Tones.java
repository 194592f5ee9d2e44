package studio.parley.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.DecodedAudio;

/** Signals whose every sample is known, and the measure of how far another is from them. */
public final class Tones {
    public static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "audio");

    private Tones() {}

    public static float[] sine(int rate, int frames, double hertz, double amplitude) {
        var out = new float[frames];
        for (int i = 0; i < frames; i++) out[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        return out;
    }

    /** The left channel of onnx-export/reference/audio/make.py. */
    public static float[] left(int rate, int frames) {
        return sum(sine(rate, frames, 440, 0.5), sine(rate, frames, 3000, 0.2));
    }

    public static float[] right(int rate, int frames) {
        return sine(rate, frames, 660, 0.6);
    }

    static float[] sum(float[] a, float[] b) {
        var out = a.clone();
        for (int i = 0; i < out.length; i++) out[i] += b[i];
        return out;
    }

    public static double worst(float[] a, float[] b) {
        double worst = 0;
        for (int i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs(a[i] - b[i]));
        return worst;
    }

    /** Signal to difference, in dB, between two places. */
    public static double snr(float[] signal, float[] other, int from, int to) {
        double s = 0;
        double d = 0;
        for (int i = from; i < to; i++) {
            s += signal[i] * (double) signal[i];
            d += (signal[i] - (double) other[i]) * (signal[i] - (double) other[i]);
        }
        return 10 * Math.log10(s / Math.max(d, 1e-300));
    }

    public static byte[] bytes(String golden) {
        try {
            return Files.readAllBytes(GOLDEN.resolve(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static float[] floats(String golden) {
        var bytes = ByteBuffer.wrap(bytes(golden)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var out = new float[bytes.remaining()];
        bytes.get(out);
        return out;
    }

    public static DecodedAudio decode(byte[] bytes) {
        try {
            return AudioFiles.decode(new ArrayBytes(bytes), "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
