package studio.parley.studio.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.Conversion;
import studio.parley.convert.ConversionListener;
import studio.parley.convert.ConversionProgress;
import studio.parley.convert.Converter;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.weights.Precision;
import studio.parley.io.Disk;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.ProjectFolder;

/** Converts a checkpoint to a model folder. */
public final class ConvertCheckpoint {
    /** What to convert; {@code lora} is an adapter to merge, {@code context} 0 uses that of the checkpoint. */
    public record Request(Path checkpoint, Path output, String precision, Optional<Path> mimi, Optional<Path> tokenizer,
            Optional<Path> lora, int context, boolean force, boolean check) {}

    /** The progress: the current stage, 0 to 1, remaining seconds or a negative number if unknown. */
    public record Progress(String stage, String what, double fraction, double secondsLeft) {}

    private ConvertCheckpoint() {}

    /** {@code notices} receives sentences about the checkpoint for people. */
    public static ModelEntry run(Request request, Consumer<Progress> listener, Consumer<String> notices) {
        var conversion = new Conversion(request.checkpoint(), request.output(), precision(request.precision()), request.mimi(), request.tokenizer(),
                request.lora(), request.context() > 0 ? OptionalInt.of(request.context()) : OptionalInt.empty(), request.force(), request.check(),
                DebugOutputs.none());
        ProjectFolder.refuseInside(request.output());
        Disk.folder(Disk.parent(request.output()));
        Converter.convert(conversion, listening(listener, notices));
        return ModelStore.describe(request.output());
    }

    private static ConversionListener listening(Consumer<Progress> listener, Consumer<String> notices) {
        return new ConversionListener() {
            @Override
            public void on(ConversionProgress progress) {
                listener.accept(progress(progress));
            }

            @Override
            public void notice(String sentence) {
                notices.accept(sentence);
            }
        };
    }

    static Progress progress(ConversionProgress p) {
        return new Progress(p.stage().name().toLowerCase(Locale.ROOT), p.what(), p.fraction(), p.remaining()
                .map(d -> d.toMillis() / 1000.0).orElse(-1.0));
    }

    /** @throws Problem if there is no such precision */
    public static Precision precision(@Nullable String label) {
        return Arrays.stream(Precision.values()).filter(p -> p.label().equalsIgnoreCase(label)).findFirst()
                .orElseThrow(() -> Problem.input("There is no precision '" + label + "'. Use fp32, fp16, int8, int4 or compact."));
    }
}
