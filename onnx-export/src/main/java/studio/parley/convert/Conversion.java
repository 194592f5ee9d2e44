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
        Optional<Path> lora, OptionalInt context, boolean force, boolean check, DebugOutputs exposure) {}
