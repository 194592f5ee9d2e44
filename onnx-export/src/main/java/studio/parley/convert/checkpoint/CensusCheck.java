package studio.parley.convert.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import studio.parley.problem.Problem;

/** Compares what a checkpoint holds with what its sizes call for: names what is missing, has another shape, or is unknown. */
final class CensusCheck {
    /** Buffers that some ways of saving keep and no network needs: they follow from the sizes. */
    private static final Pattern HARMLESS = Pattern.compile(".*\\.rotary_emb\\.(original_)?inv_freq|.*_causal_mask"
            + "|.*\\.codebook\\.(_?initialized|embed)|.*\\.kv_cache\\..*|.*\\.pos_embeddings\\..*|.*audio_tokens_offsets");

    private CensusCheck() {}

    static void require(TensorSet tensors, Map<String, long[]> expected) {
        var missing = expected.keySet().stream().filter(n -> !tensors.has(n)).toList();
        if (!missing.isEmpty()) {
            throw Problem.model(tensors.path() + " lacks " + listed(missing) + "; use the complete checkpoint with its own config.json.");
        }
        var misshapen = new ArrayList<String>();
        expected.forEach((name, shape) -> {
            var is = tensors.get(name).shape();
            if (!Arrays.equals(is, shape)) {
                misshapen.add(name + " of shape " + Arrays.toString(is) + " instead of " + Arrays.toString(shape));
            }
        });
        if (!misshapen.isEmpty()) {
            throw Problem.model(tensors.path() + " does not fit its sizes: it holds " + listed(misshapen)
                    + "; use the config.json that belongs to these weights.");
        }
        var unknown = tensors.names().stream().filter(n -> !expected.containsKey(n) && !HARMLESS.matcher(n).matches()).toList();
        if (!unknown.isEmpty()) {
            throw Problem.model(tensors.path() + " holds " + listed(unknown)
                    + ", which no model of this family has; convert a plain CSM checkpoint.");
        }
    }

    private static String listed(List<String> names) {
        var some = String.join(", ", names.subList(0, Math.min(3, names.size())));
        return "tensor " + some + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : "");
    }
}
