package studio.parley.audio;

import java.nio.file.Path;
import java.util.Map;

/** Whole sounds to WAV files, in one call. */
public final class Wav {
    private Wav() {}

    /**
     * Writes a file that is complete or absent: under another name first, then moved over {@code file}.
     *
     * @throws studio.parley.problem.Problem when the disk refuses
     */
    public static void write(Path file, Pcm pcm, SampleFormat format) {
        write(file, pcm, format, Map.of());
    }

    /** The same with descriptions for the LIST/INFO chunk, see {@link WavInfo}. */
    public static void write(Path file, Pcm pcm, SampleFormat format, Map<String, String> info) {
        try (var writer = WavWriter.create(file, pcm.rate(), pcm.channels(), format, info)) {
            writer.write(pcm);
            writer.commit();
        }
    }
}
