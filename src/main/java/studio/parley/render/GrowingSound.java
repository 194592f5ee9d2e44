package studio.parley.render;

import java.util.Arrays;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.mimi.MimiStream;

/** The sound of a take while it is generated, which a listener gets as it grows. Closes the stream. */
final class GrowingSound implements AutoCloseable {
    private final MimiStream stream;
    private final RenderListener listener;
    private float[] samples = new float[0];
    private int length;

    GrowingSound(MimiStream stream, RenderListener listener) {
        this.stream = stream;
        this.listener = listener;
    }

    /** Frames so far. */
    int frames() {
        return stream.frames();
    }

    void add(Codes fresh) {
        if (fresh.frames() == 0) return;
        var sound = stream.decode(fresh);
        if (length + sound.length > samples.length) samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + sound.length));
        System.arraycopy(sound, 0, samples, length, sound.length);
        length += sound.length;
        listener.sound(sound);
    }

    float[] samples() {
        return Arrays.copyOf(samples, length);
    }

    @Override
    public void close() {
        stream.close();
    }
}
