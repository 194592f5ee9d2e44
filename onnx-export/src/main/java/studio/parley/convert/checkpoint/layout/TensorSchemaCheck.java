package studio.parley.convert.checkpoint.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.parley.problem.Problem;

/** Compares a checkpoint's tensors with its sizes: names what is missing or has another shape. */
public final class TensorSchemaCheck {
    /** Buffers that some ways of saving keep and no network needs: they follow from the sizes. */
    private static final Pattern HARMLESS = Pattern.compile(".*\\.rotary_emb\\.(original_)?inv_freq|.*_causal_mask"
            + "|.*\\.codebook\\.(_?initialized|embed)|.*\\.kv_cache\\..*|.*\\.pos_embeddings\\..*|.*audio_tokens_offsets");

    private TensorSchemaCheck() {}

    /** Returns the names of tensors that no model of these sizes has: they are ignored, as transformers does. */
    public static List<String> require(TensorSet tensors, Map<String, long[]> expected) {
        var missing = expected.keySet().stream().filter(n -> !tensors.has(n)).toList();
        if (!missing.isEmpty()) {
            throw Problem.model(tensors.path() + " is missing " + listed(missing) + ". Use the complete checkpoint with its own config.json.");
        }
        var misshapen = new ArrayList<String>();
        expected.forEach((name, shape) -> {
            var is = tensors.get(name).shape();
            if (!Arrays.equals(is, shape)) {
                misshapen.add(name + " with shape " + Arrays.toString(is) + " instead of " + Arrays.toString(shape));
            }
        });
        if (!misshapen.isEmpty()) {
            throw Problem.model(tensors.path() + " does not match its configured sizes: it contains " + listed(misshapen)
                    + ". Use the config.json that belongs to these weights.");
        }
        return tensors.names().stream().filter(n -> !expected.containsKey(n) && !HARMLESS.matcher(n).matches()).toList();
    }

    public static String listed(List<String> names) {
        var some = names.stream().limit(3).map(TensorRenamer::shown).collect(Collectors.joining(", "));
        return "tensor " + some + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : "");
    }
}
