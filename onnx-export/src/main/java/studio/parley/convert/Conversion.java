package studio.parley.convert;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.weights.Precision;

/**
 * What to convert, and how.
 *
 * @param checkpoint a folder as published, or one {@code .safetensors} file
 * @param output the model folder to create; must not exist, or be empty, unless {@code force}
 * @param mimi the codec, if the checkpoint does not contain it
 * @param tokenizer the tokenizer.json, if the checkpoint does not contain it
 * @param lora the folder of a LoRA adapter to merge
 * @param context positions the model can hold; empty: those of the checkpoint
 * @param force replace {@code output} if it is a model folder
 * @param check test the result with a short prompt before the folder gets its name
 * @param exposure additional outputs of the graphs, for tests
 */
public record Conversion(Path checkpoint, Path output, Precision precision, Optional<Path> mimi, Optional<Path> tokenizer,
        Optional<Path> lora, OptionalInt context, boolean force, boolean check, DebugOutputs exposure) {
    /** The defaults: the checkpoint's own codec, tokenizer and context, with a test, nothing overwritten. */
    public static Conversion of(Path checkpoint, Path output, Precision precision) {
        return new Conversion(checkpoint, output, precision, Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), false, true,
                DebugOutputs.none());
    }

    public Conversion withMimi(Path file) {
        return new Conversion(checkpoint, output, precision, Optional.of(file), tokenizer, lora, context, force, check, exposure);
    }

    public Conversion withTokenizer(Path file) {
        return new Conversion(checkpoint, output, precision, mimi, Optional.of(file), lora, context, force, check, exposure);
    }

    public Conversion withLora(Path folder) {
        return new Conversion(checkpoint, output, precision, mimi, tokenizer, Optional.of(folder), context, force, check, exposure);
    }

    public Conversion withContext(int positions) {
        return new Conversion(checkpoint, output, precision, mimi, tokenizer, lora, OptionalInt.of(positions), force, check, exposure);
    }

    public Conversion withForce(boolean replace) {
        return new Conversion(checkpoint, output, precision, mimi, tokenizer, lora, context, replace, check, exposure);
    }

    public Conversion withCheck(boolean wanted) {
        return new Conversion(checkpoint, output, precision, mimi, tokenizer, lora, context, force, wanted, exposure);
    }

    public Conversion withExposure(DebugOutputs values) {
        return new Conversion(checkpoint, output, precision, mimi, tokenizer, lora, context, force, check, values);
    }
}
