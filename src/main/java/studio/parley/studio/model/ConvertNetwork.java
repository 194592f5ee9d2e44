package studio.parley.studio.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import studio.parley.convert.ConversionListener;
import studio.parley.convert.NetworkRequest;
import studio.parley.convert.RecogniserConverter;
import studio.parley.convert.SpeakerConverter;
import studio.parley.convert.weights.Precision;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.settings.AppDirectories;

/** Converts a checkpoint of another network than a speech model to a folder of its kind. */
public final class ConvertNetwork {
    /** What a checkpoint holds. */
    public enum Kind {
        RECOGNISER("a Whisper model", Precision.INT8, RecogniserConverter::isWhisper, RecogniserConverter::convert, AppDirectories::recognisers),
        SPEAKER_ENCODER("a speaker encoder", Precision.FP16, SpeakerConverter::isSpeakerEncoder, SpeakerConverter::convert, AppDirectories::speakerEncoders);

        private final String words;
        private final Precision usual;
        private final Predicate<Path> test;
        private final BiConsumer<NetworkRequest, ConversionListener> converter;
        private final Function<AppDirectories, Path> place;

        Kind(String words, Precision usual, Predicate<Path> test, BiConsumer<NetworkRequest, ConversionListener> converter,
                Function<AppDirectories, Path> place) {
            this.words = words;
            this.usual = usual;
            this.test = test;
            this.converter = converter;
            this.place = place;
        }

        /** Part of a sentence. */
        public String words() {
            return words;
        }

        /** Where such folders are by default. */
        public Path place(AppDirectories directories) {
            return place.apply(directories);
        }

        /** What a checkpoint holds; empty if it may be a speech model. */
        public static Optional<Kind> of(Path checkpoint) {
            return Arrays.stream(values()).filter(k -> k.test.test(checkpoint)).findFirst();
        }
    }

    /** What to convert. */
    public record Request(Path checkpoint, Path output, Optional<String> precision, boolean force) {}

    /** What was made; {@code bytes} of all files. */
    public record Made(Path folder, String precision, long bytes) {}

    private ConvertNetwork() {}

    public static Made run(Kind kind, Request request, Consumer<ConvertCheckpoint.Progress> listener) {
        var precision = request.precision().map(ConvertCheckpoint::precision).orElse(kind.usual);
        ProjectFolder.refuseInside(request.output());
        Disk.folder(Disk.parent(request.output()));
        kind.converter.accept(new NetworkRequest(request.checkpoint(), request.output(), precision, request.force()), progress -> listener.accept(ConvertCheckpoint.progress(progress)));
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
