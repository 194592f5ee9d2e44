package studio.parley.audio.wav;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import studio.parley.audio.pcm.Pcm;

/** Writes complete WAV files in one call. */
public final class WavFiles {
    private WavFiles() {}

    /**
     * Writes a file that is complete or absent: under another name first, then moved to {@code file}.
     *
     * @throws studio.parley.problem.Problem on an I/O error
     */
    public static void write(Path file, Pcm pcm, SampleFormat format) {
        write(file, pcm, format, Map.of());
    }

    /** The same with descriptions for the LIST/INFO chunk, see {@link WavMetadata}. */
    public static void write(Path file, Pcm pcm, SampleFormat format, Map<String, String> info) {
        try (var writer = WavWriter.create(file, pcm.rate(), pcm.channels(), format, info)) {
            writer.write(pcm);
            writer.commit();
        }
    }

    /** The bytes of such a file, to be embedded in another one. */
    public static byte[] bytes(Pcm pcm, SampleFormat format, Map<String, String> info) {
        var layout = new WavLayout(pcm.rate(), pcm.channels(), format, WavMetadata.chunk(info));
        var samples = layout.samples(pcm, 0, pcm.frames());
        var head = layout.header(samples.remaining());
        return ByteBuffer.allocate(head.remaining() + samples.remaining() + samples.remaining() % 2).put(head).put(samples).array();
    }
}
