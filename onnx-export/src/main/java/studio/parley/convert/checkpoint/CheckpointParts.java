package studio.parley.convert.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import studio.parley.convert.checkpoint.config.ConfigReader;
import studio.parley.convert.checkpoint.layout.TensorRenamer;
import studio.parley.problem.Problem;

/** What a published checkpoint consists of, found out before its weights are there. */
public final class CheckpointParts {
    private static final Set<String> SMALL = Set.of("config.json", "generation_config.json", "preprocessor_config.json", "tokenizer.json",
            "tokenizer_config.json", "special_tokens_map.json", "README.md", "LICENSE", "LICENSE.txt", "LICENSE.md", "NOTICE", "USE_POLICY.md");

    private CheckpointParts() {}

    /** Of the names of a repository, the small files that a conversion reads besides weights: configuration, tokenizer, terms, indexes of shards. */
    public static List<String> small(Set<String> names) {
        return names.stream().filter(n -> SMALL.contains(n) || n.endsWith(".safetensors.index.json")).sorted().toList();
    }

    /**
     * The files of weights.
     *
     * @param folder contains the small files and the indexes already
     * @param names all files of the checkpoint
     * @param shown the checkpoint in messages
     * @throws Problem if this is no checkpoint of the CSM family, or not in safetensors
     */
    public static List<String> weights(Path folder, Set<String> names, String shown) {
        var config = CheckpointFiles.config(folder).map(ConfigReader::of);
        config.ifPresent(c -> requireCsm(c, shown));
        var chosen = CheckpointFiles.choose(names, config.flatMap(c -> c.text("transformers_weights")));
        if (chosen.isEmpty() && names.contains("adapter_config.json")) {
            throw Problem.model(shown + " is a LoRA adapter. Download its base model with 'parley models get', then convert both: parley convert BASE --lora ADAPTER.");
        }
        var file = chosen.orElseThrow(() -> Problem.model(shown + " has no weights as .safetensors. Choose another repository."));
        return file.endsWith(".json") ? ShardIndex.names(folder.resolve(file)) : List.of(file);
    }

    /** Whether a complete checkpoint contains the codec, which Sesame's layout never does. */
    public static boolean hasCodec(Path folder) {
        try (var open = new MappedFiles()) {
            return open.open(CheckpointFiles.find(folder), folder).withoutPrefix(CheckpointLoader.WRAPPERS).names().stream()
                    .anyMatch(n -> n.startsWith(CheckpointLoader.CODEC));
        }
    }

    private static void requireCsm(ConfigReader config, String shown) {
        CheckpointLoader.refuseQuantised(config);
        var type = config.text("model_type").filter(t -> !t.equals("csm"));
        if (type.isEmpty() || config.has("num_codebooks") || config.has("audio_num_codebooks")) return;
        throw Problem.model(shown + " is not a CSM checkpoint (its type is " + TensorRenamer.shown(type.get()) + "). Choose one in transformers' or Sesame's layout.");
    }
}
