package studio.parley.studio.transcription;

import java.nio.file.Path;
import java.util.Optional;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.settings.AppDirectories;

/** Measures how long hearing takes on this machine. */
public final class HearingBench {
    private static final Path SAMPLE = Path.of("assets", "samples", "refs", "ann.wav");
    private static final int ROUNDS = 3;

    /**
     * The measurements.
     *
     * @param openSeconds opening the recogniser, when its files are in memory
     * @param audioSeconds length of the sample
     * @param seconds hearing it, on all cores; {@code oneCoreSeconds} on one, as beside rendering; the fastest of three
     * @param realTimeFactor seconds per second of audio, on all cores
     */
    public record Result(String recogniser, double openSeconds, double audioSeconds, double seconds, double oneCoreSeconds, double realTimeFactor) {}

    private HearingBench() {}

    /** @param recogniser a folder or a name; empty: the bundled one */
    public static Result run(Optional<String> recogniser, AppDirectories directories) {
        var folder = new RecogniserStore(directories).find(recogniser);
        var sample = AudioFiles.read(directories.program().orElseThrow(() -> Problem.input("This installation has no sample to hear. Install Parley again.")).resolve(SAMPLE));
        double one = hearing(folder, 1, directories, sample);
        double all = hearing(folder, 0, directories, sample);
        long begin = System.nanoTime();
        TranscribeAudio.open(folder, 0, directories).close();
        double open = since(begin);
        return new Result(TranscribeAudio.describe(folder, directories), open, sample.seconds(), all, one, all / sample.seconds());
    }

    private static double hearing(Path folder, int threads, AppDirectories directories, Pcm sample) {
        double best = Double.MAX_VALUE;
        try (var open = TranscribeAudio.open(folder, threads, directories)) {
            for (int i = 0; i <= ROUNDS; i++) {
                long begin = System.nanoTime();
                open.audio(sample, TranscriptionOptions.USUAL, share -> { });
                best = Math.min(best, since(begin));
            }
        }
        return best;
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
