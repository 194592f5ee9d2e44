package studio.parley.convert.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.convert.checkpoint.layout.TiedEmbeddings;
import studio.parley.convert.safetensors.Dtype;
import studio.parley.convert.safetensors.SafetensorsWriter.Values;
import studio.parley.problem.Problem;

/** What cannot be converted gets one sentence with the culprit and the way out. */
class RefusedTest {
    private final TinyModel model = new TinyModel(TinyModel.config(2), 2);

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        model.transformers(folder, Dtype.F32);
    }

    @Test
    void missingMisshapenAndUnknownTensorsAreNamed() {
        changed(t -> t.remove("lm_head.weight"));
        says("is missing tensor lm_head.weight");
        changed(t -> t.put("lm_head.weight", new Values(new float[8], 8)));
        says("lm_head.weight with shape [8] instead of [11, ");
        changed(t -> t.remove("codec_model.upsample.conv.weight"));
        says("is missing tensor upsample.conv.weight");
        changed(t -> t.keySet().removeIf(n -> n.startsWith("codec_model.")));
        says("--mimi FILE");
        changed(t -> t.keySet().removeIf(n -> n.startsWith("depth_decoder.model.layers")));
        says("and 6 more");
    }

    @Test
    void aConfigThatSaysTwoTablesNeedsTwo() throws Exception {
        var config = Files.readString(folder.resolve("config.json"));
        var untied = "{\"tie_codebooks_embeddings\":false," + config.substring(1);
        Files.writeString(folder.resolve("config.json"), untied);
        Checkpoint.open(folder, null, null, null).close();
        changed(t -> { });
        Files.writeString(folder.resolve("config.json"), untied);
        says("is missing tensor " + TiedEmbeddings.DEPTH);
    }

    @Test
    void harmlessBuffersAreLeftOutAndOthersNamed() {
        changed(t -> t.put("backbone_model.rotary_emb.inv_freq", new Values(new float[4], 4)));
        assertEquals(List.of(), notices());
        for (var name : List.of("backbone_model.layers.0.self_attn.q_proj.bias", "value_head.weight", "codec_model.fresh._extra_state",
                "codec_model.quantizer.more.weight", "optimizer.state.0.exp_avg")) {
            changed(t -> t.put(name, new Values(new float[8], 8)));
            assertEquals(1, notices().size());
            assertTrue(notices().getFirst().contains("tensor " + name + ", which no model of this family uses"), notices().toString());
        }
    }

    private List<String> notices() {
        try (var c = Checkpoint.open(folder, null, null, null)) {
            return c.notices();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"hidden_size\":|\"hidden_size\":\"wide\",\"x\":|hidden_size is \"wide\", not a number",
        "\"num_codebooks\":|\"num_codebooks\":-3,\"x\":|num_codebooks is -3",
        "\"num_codebooks\":|\"num_codebooks\":1e300,\"x\":|not a whole number",
        "\"num_hidden_layers\":|\"num_hidden_layers\":4000000,\"x\":|more than in any speech model",
        "\"vocab_size\":|\"vocab_size\":4000000,\"x\":|vocab_size",
        "\"model_type\":\"csm\"|\"model_type\":\"llama\"|model_type is llama",
        "\"rope_type\":\"llama3\"|\"rope_type\":\"yarn\"|rope_type is yarn",
        "\"text_vocab_size\":40|\"text_vocab_size\":41|embed_text_tokens.weight with shape [40,",
        "{\"model_type\":\"csm\"|{\"attention_bias\":true,\"model_type\":\"csm\"|attention_bias is true",
        "{\"model_type\":\"csm\"|{\"quantization_config\":{},\"model_type\":\"csm\"|quantised",
        "\"upsampling_ratios\":[3, 2]|\"upsampling_ratios\":[4000000,4000000,4000000,4000000]|too large together",
        "\"upsampling_ratios\":[3, 2]|\"upsampling_ratios\":{}|not a list",
        "\"frame_rate\":2000.0|\"frame_rate\":1999.0|frame_rate does not divide",
        "{\"model_type\":\"mimi\"|{\"use_causal_conv\":false,\"model_type\":\"mimi\"|use_causal_conv is false"})
    void wrongConfigsAreNamed(String from, String to, String expected) throws Exception {
        var file = folder.resolve("config.json");
        var text = Files.readString(file);
        assertTrue(text.contains(from), from);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
        says(expected);
    }

    @Test
    void aConfigThatIsNoJsonIsNamed() throws Exception {
        for (var text : new String[] {"", "[]", "{", "nonsense", "{\"a\":".repeat(5000), "{}{}"}) {
            Files.writeString(folder.resolve("config.json"), text);
            says("config.json is not a JSON object");
        }
        Files.delete(folder.resolve("config.json"));
        says("no config.json");
    }

    @Test
    void picklesAdaptersAndOtherModelsAreTurnedAway() throws Exception {
        var other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("ckpt.pt"), "PK");
        says(other, "safetensors.torch.save_file");
        says(other.resolve("ckpt.pt"), "pickle");
        Files.writeString(other.resolve("adapter_config.json"), "{}");
        says(other, "base model is not next to it");
        says(folder.resolve("absent"), "does not exist");
        says(Files.createDirectories(folder.resolve("empty")), "no .safetensors file");
        changed(t -> {
            var lora = new LinkedHashMap<String, Values>();
            t.forEach((n, v) -> lora.put("base_model.model." + n, v));
            t.clear();
            t.putAll(lora);
        });
        says("contains LoRA weights");
        changed(t -> t.keySet().removeIf(n -> !n.startsWith("codec_model.")));
        says("not a CSM checkpoint");
    }

    @Test
    void shardsAreReadByTheIndexAndMissingOnesNamed() throws Exception {
        var index = new StringBuilder("{\"metadata\":{},\"weight_map\":{");
        for (var name : model.tensors().keySet()) index.append("\"%s\":\"part-1.safetensors\",".formatted(name));
        index.setCharAt(index.length() - 1, '}');
        Files.move(folder.resolve("model.safetensors"), folder.resolve("part-1.safetensors"));
        var file = folder.resolve("model.safetensors.index.json");
        Files.writeString(file, index + "}");
        Checkpoint.open(folder, null, null, null).close();
        Files.writeString(file, index.toString().replaceFirst("part-1", "part-2") + "}");
        says("part-2.safetensors is missing");
        Files.writeString(file, index.toString().replaceFirst("part-1", "../part-1") + "}");
        says("not a .safetensors file next to it");
        Files.writeString(file, index.toString().replaceFirst("\\{\"embed", "{\"more\":\"part-1.safetensors\",\"embed") + "}");
        says("is missing tensor more");
        Files.writeString(file, "{\"weight_map\":{}}");
        says("lists no tensors");
    }

    @Test
    void theIndexNamedInTheConfigComesFirst() throws Exception {
        // As in sesame/csm-1b: model.safetensors there is another layout.
        var index = new StringBuilder("{\"weight_map\":{");
        for (var name : model.tensors().keySet()) index.append("\"%s\":\"transformers-1.safetensors\",".formatted(name));
        index.setCharAt(index.length() - 1, '}');
        Files.move(folder.resolve("model.safetensors"), folder.resolve("transformers-1.safetensors"));
        Files.writeString(folder.resolve("model.safetensors"), "another layout");
        Files.writeString(folder.resolve("transformers.safetensors.index.json"), index + "}");
        var config = Files.readString(folder.resolve("config.json"));
        Files.writeString(folder.resolve("config.json"), "{\"transformers_weights\":\"transformers.safetensors.index.json\","
                + config.substring(1));
        try (var c = Checkpoint.open(folder, null, null, null)) {
            assertEquals("transformers", c.layout());
            assertFalse(c.sources().stream().anyMatch(f -> f.endsWith("model.safetensors")));
        }
    }

    private void changed(Consumer<Map<String, Values>> change) {
        var tensors = new LinkedHashMap<>(model.tensors());
        change.accept(tensors);
        model.write(folder, tensors, Dtype.F32);
    }

    private void says(String expected) {
        says(folder, expected);
    }

    private static void says(Path path, String expected) {
        var message = assertThrows(Problem.class, () -> Checkpoint.open(path, null, null, null).close()).getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains(path.getFileName().toString()), message);
    }
}
