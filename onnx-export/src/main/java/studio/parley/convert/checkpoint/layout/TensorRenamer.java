package studio.parley.convert.checkpoint.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rules from one layout's tensor names to another's: the first regular expression that matches a whole name decides. */
public final class TensorRenamer {
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Pattern from, String to) {}

    /** A name from an untrusted file, made safe to display. */
    public static String shown(String name) {
        return (name.length() > 100 ? name.substring(0, 100) + "…" : name).replaceAll("\\p{Cntrl}", "?");
    }

    TensorRenamer rule(String from, String to) {
        rules.add(new Rule(Pattern.compile(from), to));
        return this;
    }

    /** The new name; a name without a rule stays, so that the schema check can report it. */
    String of(String name) {
        for (var r : rules) {
            var m = r.from.matcher(name);
            if (m.matches()) return m.replaceFirst(r.to);
        }
        return name;
    }

    /** Pairs {@code weight_g} and {@code weight_v} (old and new spelling of PyTorch's weight norm) folded into {@code weight}. */
    public static TensorSet foldWeightNorm(TensorSet tensors) {
        var spelled = tensors.renamed(n -> n.replace(".parametrizations.weight.original0", ".weight_g")
                .replace(".parametrizations.weight.original1", ".weight_v"));
        Map<String, WeightTensor> folded = new LinkedHashMap<>();
        spelled.tensors().forEach((name, tensor) -> {
            if (name.endsWith(".weight_g") && spelled.has(partner(name, "weight_v"))) {
                folded.put(partner(name, "weight"), new WeightNorm(tensor, spelled.get(partner(name, "weight_v"))));
            } else if (!(name.endsWith(".weight_v") && spelled.has(partner(name, "weight_g")))) {
                folded.put(name, tensor);
            }
        });
        return new TensorSet(tensors.path(), folded);
    }

    private static String partner(String name, String last) {
        return name.substring(0, name.lastIndexOf('.') + 1) + last;
    }
}
