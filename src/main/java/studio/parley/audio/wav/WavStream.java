package studio.parley.audio.wav;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/**
 * Writes a WAV file into a pipe while it is generated: its sizes are the "unknown" value that programs reading pipes expect, and every
 * piece is sent at once. One thread at a time; a closed or failing pipe is a {@link Problem}.
 */
public final class WavStream {
    private final OutputStream out;
    private final String name;
    private final WavLayout layout;

    /** Writes the header; {@code name} is what to call the pipe in a sentence. */
    public WavStream(OutputStream out, String name, int rate, int channels, SampleFormat format, Map<String, String> info) {
        this.out = out;
        this.name = name;
        this.layout = new WavLayout(rate, channels, format, WavMetadata.chunk(info));
        put(layout.endlessHeader());
    }

    /** Appends audio with this rate and channel count. */
    public void write(Pcm pcm) {
        layout.require(pcm);
        put(layout.samples(pcm, 0, pcm.frames()));
    }

    private void put(ByteBuffer bytes) {
        try {
            out.write(bytes.array(), bytes.position(), bytes.remaining());
            out.flush();
        } catch (IOException e) {
            throw Problem.disk("Could not write to " + name + " (" + IoProblem.reason(e) + "). Choose another output.", e);
        }
    }
}
