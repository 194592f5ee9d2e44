package studio.parley.convert;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.weights.Precision;

/** Conversions for tests: the checkpoint's own tokenizer, no adapter. */
public final class Conversions {
    private Conversions() {}

    /** With the checkpoint's own codec and context, with a test, nothing overwritten. */
    public static Conversion of(Path checkpoint, Path output, Precision precision) {
        return of(checkpoint, output, precision, Optional.empty(), OptionalInt.empty(), false);
    }

    public static Conversion of(Path checkpoint, Path output, Precision precision, Optional<Path> mimi, OptionalInt context, boolean force) {
        return new Conversion(checkpoint, output, precision, mimi, Optional.empty(), Optional.empty(), context, force, true, DebugOutputs.none());
    }

    /** Without a test, with all values that tests look at. */
    public static Conversion exposed(Path checkpoint, Path output, Precision precision) {
        return new Conversion(checkpoint, output, precision, Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), false, false,
                DebugOutputs.all());
    }
}
