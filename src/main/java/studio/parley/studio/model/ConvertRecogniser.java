package studio.parley.studio.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import studio.parley.convert.RecogniserConverter;
import studio.parley.convert.weights.Precision;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.studio.document.journal.ProjectFolder;

/** Converts a Whisper checkpoint to a folder of the recogniser. */
public final class ConvertRecogniser {
    /** What to convert; without a precision, to int8. */
    public record Request(Path checkpoint, Path output, Optional<String> precision, boolean force) {}

    /** What was made; {@code bytes} of all files. */
    public record Made(Path folder, String precision, long bytes) {}

    private ConvertRecogniser() {}

    /** Whether a folder holds a Whisper checkpoint. */
    public static boolean isWhisper(Path checkpoint) {
        return RecogniserConverter.isWhisper(checkpoint);
    }

    public static Made run(Request request, Consumer<ConvertCheckpoint.Progress> listener) {
        var precision = request.precision().map(ConvertCheckpoint::precision).orElse(Precision.INT8);
        ProjectFolder.refuseInside(request.output());
        Disk.folder(Disk.parent(request.output()));
        RecogniserConverter.convert(new RecogniserConverter.Request(request.checkpoint(), request.output(), precision, request.force()),
                progress -> listener.accept(ConvertCheckpoint.progress(progress)));
        return new Made(request.output(), precision.label(), bytes(request.output()));
    }

    private static long bytes(Path folder) {
        try (var files = Files.list(folder)) {
            long sum = 0;
            for (var file : files.toList()) sum += Files.size(file);
            return sum;
        } catch (IOException e) {
            throw IoProblem.of("read", folder, e);
        }
    }
}
