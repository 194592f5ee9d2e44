package studio.parley.convert.checkpoint.layout;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.weights.Weights;
import studio.parley.problem.Problem;

/** Tensors by name, and the path for messages about missing ones; those of a whole checkpoint are what the networks are built from. */
public record TensorSet(Path path, Map<String, WeightTensor> tensors) implements Weights {
    public TensorSet {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Nullable WeightTensor find(String name) {
        return tensors.get(name);
    }

    public WeightTensor get(String name) {
        var found = tensors.get(name);
        if (found == null) throw Problem.model(path + " is missing tensor " + name + ". Use a complete checkpoint.");
        return found;
    }

    @Override
    public long[] shape(String name) {
        return get(name).shape();
    }

    @Override
    public void read(String name, long from, float[] into, int offset, int count) {
        get(name).read(from, into, offset, count);
    }

    /** The shape of a tensor that must have two axes. */
    public long[] matrix(String name) {
        return shape(name, 2);
    }

    public long[] shape(String name, int rank) {
        var shape = get(name).shape();
        if (shape.length != rank) {
            throw Problem.model(get(name).where() + " has " + shape.length + " axes instead of " + rank + ". Use the original weights.");
        }
        return shape;
    }

    /** The same tensors under other names; duplicate names are a Problem. */
    public TensorSet renamed(UnaryOperator<String> rename) {
        var renamed = new LinkedHashMap<String, WeightTensor>();
        tensors.forEach((name, tensor) -> {
            var as = rename.apply(name);
            if (renamed.put(as, tensor) != null) throw Problem.model(path + " contains " + as + " under two names. Use the original weights.");
        });
        return new TensorSet(path, renamed);
    }

    /** Without the first of {@code prefixes} that every name starts with, which wrapping a model in training leaves in names. */
    public TensorSet withoutPrefix(String... prefixes) {
        for (var prefix : prefixes) {
            if (!tensors.isEmpty() && names().stream().allMatch(n -> n.startsWith(prefix))) {
                return renamed(n -> n.substring(prefix.length()));
            }
        }
        return this;
    }

    /** Only the tensors under {@code prefix}, without it. */
    public TensorSet under(String prefix) {
        var found = new LinkedHashMap<String, WeightTensor>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) found.put(name.substring(prefix.length()), tensor);
        });
        return new TensorSet(path, found);
    }
}
