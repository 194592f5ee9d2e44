package studio.parley.convert.checkpoint;

import java.nio.file.Path;
import java.util.regex.Pattern;
import studio.parley.problem.Problem;

/** Fine-tunes stored as differences from a base model (LoRA and its kin, by the PEFT library), which hold no networks. */
final class Adapters {
    private static final Pattern NAME =
            Pattern.compile("base_model\\.model\\..*|.*\\.lora_.*|.*\\.base_layer\\..*|.*\\.modules_to_save\\..*");

    private Adapters() {}

    static void refuseIn(TensorSet tensors) {
        if (tensors.names().stream().anyMatch(n -> NAME.matcher(n).matches())) throw refuse(tensors.path());
    }

    static Problem refuse(Path path) {
        return Problem.model(path + " is a LoRA adapter, not a whole model; merge it in Python (PeftModel.merge_and_unload(), or Unsloth's "
                + "save_pretrained_merged with \"merged_16bit\"), save that with save_pretrained, and convert the result.");
    }
}
