package studio.parley.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.io.Disk;
import studio.parley.problem.Problem;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.watermark.Watermark;

/** Searches an audio file for the watermark of this installation, or of a key file. */
public final class VerifyWatermark {
    /**
     * The result.
     *
     * @param falseAlarm at most this fraction of unmarked clips would look like this one
     */
    public record Result(boolean found, double score, double falseAlarm, double seconds) {}

    private VerifyWatermark() {}

    public static Result of(Path file, Optional<Path> key, AppDirectories directories) {
        var from = key.orElse(directories.keyFile());
        var text = Disk.text(from).orElseThrow(() -> Problem.input("There is no watermark key at " + from
                + ", because this installation has not watermarked anything yet. Use --key for another key file."));
        if (!Files.isRegularFile(file)) throw Problem.input("There is no audio file " + file + ". Check the path.");
        var sound = AudioFiles.read(file);
        var found = Watermark.detect(sound, InstallationKey.read(from, text));
        return new Result(found.found(), found.score(), found.falseAlarmProbability(), sound.seconds());
    }
}
