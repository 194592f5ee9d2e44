package studio.parley.studio.likeness;

import java.nio.file.Path;
import java.util.Optional;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.studio.settings.AppDirectories;

/** Measures how long finding the voice in audio takes on this machine. */
public final class VoiceBench {
    private static final Path SAMPLE = Path.of("assets", "samples", "refs", "ann.wav");
    private static final int ROUNDS = 3;

    /**
     * The measurements.
     *
     * @param openSeconds opening the speaker encoder, when its files are in memory
     * @param audioSeconds length of the sample
     * @param seconds finding the voice in it, on all cores; {@code oneCoreSeconds} on one; the fastest of three
     */
    public record Result(String encoder, double openSeconds, double audioSeconds, double seconds, double oneCoreSeconds) {}

    private VoiceBench() {}

    /** Empty if this installation has no speaker encoder. */
    public static Optional<Result> run(AppDirectories directories) {
        var found = VoiceReader.describe(directories);
        if (found.isEmpty()) return Optional.empty();
        var sample = AudioFiles.read(directories.program().orElseThrow().resolve(SAMPLE));
        double one = finding(reader(directories, 1), sample);
        double all = finding(reader(directories, 0), sample);
        double open;
        try (var reader = reader(directories, 0)) {
            long begin = System.nanoTime();
            reader.prepare();
            open = since(begin);
        }
        return Optional.of(new Result(found.get(), open, sample.seconds(), all, one));
    }

    private static VoiceReader reader(AppDirectories directories, int threads) {
        return VoiceReader.of(directories, threads).orElseThrow();
    }

    private static double finding(VoiceReader reader, Pcm sample) {
        double best = Double.MAX_VALUE;
        try (reader) {
            for (int i = 0; i <= ROUNDS; i++) {
                long begin = System.nanoTime();
                reader.voice(sample);
                if (i > 0) best = Math.min(best, since(begin));
            }
        }
        return best;
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
