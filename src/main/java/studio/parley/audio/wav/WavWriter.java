package studio.parley.audio.wav;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.AtomicFile;
import studio.parley.io.ByteSink;
import studio.parley.problem.Problem;

/**
 * Writes a WAV file in pieces: it appears complete on {@link #commit}; if it is closed without that, nothing is left. One thread at a time.
 */
public final class WavWriter implements AutoCloseable {
    private final String name;
    private final ByteSink file;
    private final WavLayout layout;
    private long dataBytes;

    /** A stream keeps the first header, so that is the one of an unknown length. */
    private WavWriter(String name, ByteSink file, WavLayout layout) {
        this.name = name;
        this.layout = layout;
        this.file = file;
        file.write(layout.endlessHeader());
    }

    public static WavWriter create(Path file, int rate, int channels, SampleFormat format, Map<String, String> info) {
        return new WavWriter(file.toString(), AtomicFile.create(file), new WavLayout(rate, channels, format, WavMetadata.chunk(info)));
    }

    /** The same with cue points, to any sink; {@code name} is what to call it in a sentence. */
    public static WavWriter create(String name, ByteSink file, int rate, int channels, SampleFormat format, Map<String, String> info, List<WavCuePoint> marks) {
        var texts = WavMetadata.chunk(info);
        var places = WavCuePoint.chunks(marks);
        var both = Arrays.copyOf(texts, texts.length + places.length);
        System.arraycopy(places, 0, both, texts.length, places.length);
        return new WavWriter(name, file, new WavLayout(rate, channels, format, both));
    }

    /** Appends audio with this file's rate and channel count. */
    public void write(Pcm pcm) {
        layout.require(pcm);
        if (dataBytes + (long) pcm.frames() * layout.bytesPerFrame() > WavLayout.MOST) {
            throw Problem.input(name + " would exceed the size limit of WAV files (4 GB). Export it in parts.");
        }
        for (int from = 0; from < pcm.frames(); from += 16384) {
            var bytes = layout.samples(pcm, from, Math.min(16384, pcm.frames() - from));
            dataBytes += bytes.remaining();
            file.write(bytes);
        }
    }

    /** Moves the finished file to its place; nothing can be written afterwards. */
    public void commit() {
        if (dataBytes % 2 == 1) file.write(ByteBuffer.allocate(1));
        file.patch(0, layout.header(dataBytes));
        file.commit();
    }

    /** Frames written so far. */
    public long frames() {
        return dataBytes / layout.bytesPerFrame();
    }

    /** Without {@link #commit}: removes the unfinished file. */
    @Override
    public void close() {
        file.close();
    }
}
