package studio.parley.convert.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.convert.checkpoint.layout.TiedEmbeddings;
import studio.parley.convert.checkpoint.layout.TransformersLayout;
import studio.parley.golden.Golden;
import studio.parley.golden.JsonMutations;
import studio.parley.problem.Problem;

/** LoRA adapters merged as PEFT 0.21.2 merges them (onnx-export/reference/lora.py). */
class LoraAdapterTest {
    private static final Path BASE = Golden.folder("tiny-c");

    @TempDir
    Path folder;

    @Test
    void mergesAsPeft() {
        var golden = Golden.load("lora");
        for (var adapter : golden.list("adapters")) {
            var name = adapter.get("name").getAsString();
            var expected = adapter.getAsJsonObject("tensors");
            try (var merged = Checkpoint.open(BASE, null, null, Golden.folder("lora", name)); var base = Checkpoint.open(BASE, null, null, null)) {
                for (var tensor : expected.keySet()) {
                    var ours = named(merged, tensor);
                    if (!merged.weights().has(ours)) {
                        assertTrue(tensor.equals(TiedEmbeddings.DEPTH), name + ": " + tensor);
                        ours = TiedEmbeddings.BACKBONE;
                    }
                    assertArrayEquals(golden.floats(expected.get(tensor)), merged.weights().all(ours), 2e-6f, name + ": " + tensor);
                }
                var same = "backbone_model.layers.0.self_attn.o_proj.weight";
                assertArrayEquals(base.weights().all(same), merged.weights().all(same));
                assertEquals("tiny-c + " + name, merged.name());
                assertEquals(name, merged.adapter().orElseThrow());
                assertTrue(merged.notices().getFirst().contains("was merged into"));
                assertTrue(merged.sources().stream().anyMatch(f -> f.endsWith("adapter_model.safetensors")));
            }
        }
    }

    private static String named(Checkpoint checkpoint, String transformers) {
        if (!transformers.startsWith("codec_model.")) return transformers;
        return "codec_model." + TransformersLayout.codecName(transformers.substring(12));
    }

    /** In pieces of any size, and from the middle of a row. */
    @Test
    void piecesAreTheWhole() {
        try (var merged = Checkpoint.open(BASE, null, null, Golden.folder("lora", "dora"))) {
            var name = "backbone_model.layers.0.mlp.down_proj.weight";
            var whole = merged.weights().all(name);
            var random = new Random(1);
            for (int i = 0; i < 50; i++) {
                int from = random.nextInt(whole.length);
                var piece = new float[1 + random.nextInt(whole.length - from)];
                merged.weights().read(name, from, piece, 0, piece.length);
                assertArrayEquals(java.util.Arrays.copyOfRange(whole, from, from + piece.length), piece);
            }
        }
    }

    @Test
    void theBaseIsFoundBesideTheAdapterOrInItsFolder() throws IOException {
        var adapter = copy(Golden.folder("lora", "plain"), folder.resolve("voices/ann"));
        var refused = assertThrows(Problem.class, () -> Checkpoint.open(adapter, null, null, null));
        assertTrue(refused.getMessage().contains("of somebody/tiny-c") && refused.getMessage().contains("--lora"), refused.getMessage());
        copy(BASE, folder.resolve("voices/tiny-c"));
        opens(adapter, "tiny-c + ann");
        opens(adapter.resolve("adapter_model.safetensors"), "tiny-c + ann");
        var both = copy(Golden.folder("lora", "plain"), copy(BASE, folder.resolve("both")));
        opens(both, "both");
    }

    private static void opens(Path path, String name) {
        try (var merged = Checkpoint.open(path, null, null, null)) {
            assertEquals(name, merged.name());
            assertEquals(1, merged.notices().size());
        }
    }

    @Test
    void whatCannotBeMergedIsNamed() throws IOException {
        says("\"peft_type\": \"LORA\"", "\"peft_type\": \"IA3\"", "adapter of type IA3");
        says("\"init_lora_weights\": true", "\"init_lora_weights\": \"pissa_niter_4\"", "uses init_lora_weights");
        says("\"lora_bias\": false", "\"lora_bias\": true", "uses lora_bias");
        says("\"layer_replication\": null", "\"layer_replication\": [[0, 1]]", "uses layer_replication");
        says("\"r\": 4", "\"r\": 5", "has shape [24, 4] instead of [24, 5]");
        says("\"r\": 4", "\"r\": null", "has shape [24, 4] instead of [24, 8]");
        says("\"lora_alpha\": 6", "\"lora_alpha\": \"six\"", "lora_alpha");
        says("\"rank_pattern\": {}", "\"rank_pattern\": {\"(\": 4}", "contains an invalid pattern");
        says("\"rank_pattern\": {}", "\"rank_pattern\": {\"(.*a?)*(.*a?)*(.*a?)*b\": 4}", "contains an invalid pattern");
        var adapter = copy(Golden.folder("lora", "plain"), folder.resolve("plain"));
        var wrong = assertThrows(Problem.class, () -> Checkpoint.open(Golden.folder("tiny-a"), null, null, adapter));
        assertTrue(wrong.getMessage().contains("instead of"), wrong.getMessage());
        Files.move(adapter.resolve("adapter_model.safetensors"), adapter.resolve("adapter_model.bin"));
        assertTrue(assertThrows(Problem.class, () -> Checkpoint.open(BASE, null, null, adapter)).getMessage().contains("pickle"));
    }

    private void says(String from, String to, String expected) throws IOException {
        var adapter = copy(Golden.folder("lora", "plain"), folder.resolve("plain"));
        var config = adapter.resolve("adapter_config.json");
        var text = Files.readString(config);
        assertTrue(text.contains(from), from);
        Files.writeString(config, text.replace(from, to));
        var message = assertThrows(Problem.class, () -> Checkpoint.open(BASE, null, null, adapter).close(), to).getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void anyConfigMergesOrIsAProblem() throws IOException {
        var adapter = copy(Golden.folder("lora", "patterns"), folder.resolve("patterns"));
        var whole = Files.readString(adapter.resolve("adapter_config.json"));
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Files.writeString(adapter.resolve("adapter_config.json"), JsonMutations.of(whole, random, random.nextInt(1, 4)));
            try (var merged = Checkpoint.open(BASE, null, null, adapter)) {
                merged.weights().all("backbone_model.layers.0.self_attn.q_proj.weight");
            } catch (Problem expected) {
                assertTrue(expected.getMessage().endsWith("."), expected.getMessage());
            }
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var f : files.toList()) Files.copy(f, to.resolve(f.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }
}
