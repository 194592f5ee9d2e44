package studio.parley.convert.whisper;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.parley.convert.checkpoint.MappedFiles;
import studio.parley.convert.checkpoint.config.ConfigReader;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.checkpoint.layout.WeightTensor;
import studio.parley.problem.Problem;

/** CTranslate2's names and order of Whisper's tensors: q, k and v in one matrix, the keys' bias zero. */
final class CTranslate2Layout {
    private static final String NETWORK = "WhisperSpec";
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("position_encodings/encodings", "embed_positions.weight"),
            Map.entry("embeddings/", "embed_tokens."),
            Map.entry("self_attention/layer_norm/", "self_attn_layer_norm."),
            Map.entry("self_attention/linear_1/", "self_attn.out_proj."),
            Map.entry("attention/layer_norm/", "encoder_attn_layer_norm."),
            Map.entry("attention/linear_0/", "encoder_attn.q_proj."),
            Map.entry("attention/linear_2/", "encoder_attn.out_proj."),
            Map.entry("ffn/layer_norm/", "final_layer_norm."),
            Map.entry("ffn/linear_0/", "fc1."),
            Map.entry("ffn/linear_1/", "fc2."));

    private CTranslate2Layout() {}

    /** The tensors under transformers' names. */
    static TensorSet open(Path file, MappedFiles open) {
        var raw = open.cTranslate2(file, NETWORK);
        var found = new LinkedHashMap<String, WeightTensor>();
        raw.tensors().forEach((name, tensor) -> {
            var of = name.replaceFirst("^(encoder|decoder)/layer_(\\d+)/", "$1.layers.$2.").replaceFirst("^(encoder|decoder)/", "$1.");
            var base = of.replaceFirst("^((?:encoder|decoder)\\.(?:layers\\.\\d+\\.)?).*", "$1");
            var rest = of.substring(base.length());
            if (rest.startsWith("self_attention/linear_0/")) split(found, base + "self_attn.", rest, tensor, "q_proj", "k_proj", "v_proj");
            else if (rest.startsWith("attention/linear_1/")) split(found, base + "encoder_attn.", rest, tensor, "k_proj", "v_proj");
            else found.put(base + renamed(rest).replace("gamma", "weight").replace("beta", "bias").replace('/', '.'), tensor);
        });
        return new TensorSet(file, found);
    }

    private static String renamed(String rest) {
        return NAMES.entrySet().stream().filter(e -> rest.startsWith(e.getKey())).findFirst().map(e -> e.getValue() + rest.substring(e.getKey().length())).orElse(rest);
    }

    private static void split(Map<String, WeightTensor> found, String base, String rest, WeightTensor tensor, String... parts) {
        var kind = rest.substring(rest.lastIndexOf('/') + 1);
        long rows = tensor.shape()[0] / parts.length;
        for (int i = 0; i < parts.length; i++) found.put(base + parts[i] + "." + kind, new Rows(tensor, i * rows, rows));
    }

    static WhisperConfig sizes(ConfigReader config, TensorSet weights) {
        var mel = weights.shape("encoder.conv1.weight", 3);
        var tokens = weights.matrix("decoder.embed_tokens.weight");
        int heads = number(weights, "decoder.num_heads");
        int layers = layers(weights, "decoder");
        return new WhisperConfig((int) tokens[1], layers(weights, "encoder"), number(weights, "encoder.num_heads"), layers, heads, (int) tokens[0],
                (int) mel[1], (int) weights.matrix("encoder.embed_positions.weight")[0], (int) weights.matrix("decoder.embed_positions.weight")[0],
                WhisperCheckpoint.alignment(config, layers, heads), WhisperCheckpoint.ids(config, "suppress_ids"), WhisperCheckpoint.ids(config, "suppress_ids_begin"));
    }

    private static int layers(TensorSet weights, String part) {
        int n = 0;
        while (weights.has(part + ".layers." + n + ".fc1.weight")) n++;
        if (n == 0) throw Problem.model(weights.path() + " has no layers of the " + part + ". Use a complete checkpoint.");
        return n;
    }

    private static int number(TensorSet weights, String name) {
        var value = new float[1];
        weights.read(name, 0, value, 0, 1);
        if (!(value[0] >= 1 && value[0] <= ConfigReader.FEW)) throw Problem.model(weights.path() + ": " + name + " is " + value[0] + ". Use a complete checkpoint.");
        return (int) value[0];
    }

    /** Rows {@code first} to {@code first + rows} of a tensor. */
    private record Rows(WeightTensor whole, long first, long rows) implements WeightTensor {
        @Override
        public long[] shape() {
            var shape = whole.shape();
            shape[0] = rows;
            return shape;
        }

        @Override
        public void read(long from, float[] into, int offset, int count) {
            whole.read(first * whole.rowLength() + from, into, offset, count);
        }

        @Override
        public String where() {
            return whole.where();
        }
    }
}
