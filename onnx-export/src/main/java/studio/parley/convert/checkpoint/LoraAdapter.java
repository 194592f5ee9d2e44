package studio.parley.convert.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.parley.convert.checkpoint.config.AdapterConfig;
import studio.parley.convert.checkpoint.layout.TensorRenamer;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.checkpoint.layout.TiedEmbeddings;
import studio.parley.convert.checkpoint.layout.TransformersLayout;
import studio.parley.convert.checkpoint.layout.WeightTensor;
import studio.parley.convert.safetensors.ForeignFormat;
import studio.parley.problem.Problem;

/** A LoRA adapter in PEFT's layout, and how it is merged: like {@code PeftModel.merge_and_unload()}, in float32. */
record LoraAdapter(Path folder, AdapterConfig config, TensorSet tensors) {
    private static final String WEIGHTS = "adapter_model.safetensors";
    private static final Pattern PART = Pattern.compile("(.*)\\.lora_(A|B|embedding_A|embedding_B|magnitude_vector)(\\.\\w+)??(\\.weight)?");
    private static final Pattern WRAPPED = Pattern.compile("\\.base_layer(?=\\.)|\\.modules_to_save(\\.default)?(?=\\.)");

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(AdapterConfig.NAME)) || Files.isRegularFile(folder.resolve(WEIGHTS));
    }

    static LoraAdapter open(Path folder, MappedFiles open) {
        var config = folder.resolve(AdapterConfig.NAME);
        if (!Files.isRegularFile(config)) throw Problem.model(config + " is missing. Choose the folder of a LoRA adapter saved by PEFT.");
        var weights = folder.resolve(WEIGHTS);
        if (Files.isRegularFile(folder.resolve("adapter_model.bin")) && !Files.isRegularFile(weights)) {
            throw ForeignFormat.pickle(folder.resolve("adapter_model.bin"));
        }
        if (!Files.isRegularFile(weights)) throw Problem.model(weights + " is missing. Choose the folder of a LoRA adapter saved by PEFT.");
        return new LoraAdapter(folder, AdapterConfig.read(config), open.single(weights).withoutPrefix("base_model.model."));
    }

    List<Path> files() {
        return List.of(folder.resolve(WEIGHTS), config.file());
    }

    String name() {
        var name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "adapter" : name.toString();
    }

    /** {@code base} with everything of the adapter merged; a weight without a counterpart is a {@link Problem}. */
    TensorSet merge(TensorSet base) {
        var all = new LinkedHashMap<>(TiedEmbeddings.resolved(base).tensors());
        var modules = new LinkedHashMap<String, Map<String, WeightTensor>>();
        tensors.tensors().forEach((name, tensor) -> {
            var part = PART.matcher(name);
            if (part.matches()) modules.computeIfAbsent(part.group(1), _ -> new LinkedHashMap<>()).put(part.group(2), tensor);
            else replace(all, place(all, WRAPPED.matcher(name).replaceAll(Matcher.quoteReplacement("")), tensor), tensor);
        });
        modules.forEach((module, parts) -> add(all, module, parts));
        return new TensorSet(base.path(), all);
    }

    /** Two tied tables become separate if only one was trained. */
    private static void replace(Map<String, WeightTensor> all, String name, WeightTensor tensor) {
        if (name.equals(TiedEmbeddings.BACKBONE)) all.putIfAbsent(TiedEmbeddings.DEPTH, all.get(name));
        all.put(name, tensor);
    }

    private void add(Map<String, WeightTensor> all, String module, Map<String, WeightTensor> parts) {
        boolean table = parts.containsKey("embedding_A");
        var a = need(module, parts, table ? "embedding_A" : "A");
        var b = need(module, parts, table ? "embedding_B" : "B");
        var name = place(all, module + ".weight", a);
        if (name.equals(TiedEmbeddings.DEPTH) && !all.containsKey(name)) name = TiedEmbeddings.BACKBONE;
        var base = Objects.requireNonNull(all.get(name), "place() names a tensor that is there");
        int rank = config.rank(module);
        var up = table ? a : b;
        var down = table ? b : a;
        var rows = base.shape()[0];
        if (base.shape().length != 2) throw unknown(a, "adapts a weight with " + base.shape().length + " axes");
        long columns = base.shape()[1];
        requireShape(up, table ? new long[] {rank, rows} : new long[] {rows, rank});
        requireShape(down, table ? new long[] {columns, rank} : new long[] {rank, columns});
        var lengths = parts.get("magnitude_vector");
        if (lengths != null && table) throw unknown(lengths, "is a DoRA weight of an embedding table");
        if (lengths != null) requireShape(lengths, new long[] {rows});
        all.put(name, new LoraMergedTensor(base, table ? turned(up) : all(up), table ? turned(down) : all(down), config.scale(module),
                lengths == null ? null : all(lengths)));
    }

    private WeightTensor need(String module, Map<String, WeightTensor> parts, String part) {
        var found = parts.get(part);
        if (found != null) return found;
        throw Problem.model(tensors.path() + " is missing lora_" + part + " of " + TensorRenamer.shown(module) + ". Save the adapter again.");
    }

    /** The name in the base model for the adapter's {@code name}. */
    private static String place(Map<String, WeightTensor> all, String name, WeightTensor part) {
        for (var candidate : candidates(name)) {
            if (all.containsKey(candidate)) return candidate;
            if (candidate.equals(TiedEmbeddings.DEPTH) && all.containsKey(TiedEmbeddings.BACKBONE)) return candidate;
        }
        throw unknown(part, "has no counterpart in the base model");
    }

    private static List<String> candidates(String name) {
        var found = new ArrayList<>(List.of(name));
        if (name.startsWith("model.")) found.add(name.substring(6));
        for (var n : List.copyOf(found)) {
            if (n.startsWith("codec_model.")) found.add("codec_model." + TransformersLayout.codecName(n.substring(12)));
        }
        return found;
    }

    private static void requireShape(WeightTensor tensor, long[] wanted) {
        if (Arrays.equals(tensor.shape(), wanted)) return;
        throw Problem.model(tensor.where() + " has shape " + Arrays.toString(tensor.shape()) + " instead of " + Arrays.toString(wanted)
                + ". Use the base model and the " + AdapterConfig.NAME + " that belong to this adapter.");
    }

    private static Problem unknown(WeightTensor tensor, String what) {
        return Problem.model(tensor.where() + " " + what + ", so Parley cannot merge it. Use the base model it was trained on, or merge it in "
                + "Python (PeftModel.merge_and_unload()) and convert the result.");
    }

    private static float[] all(WeightTensor tensor) {
        int n = Math.toIntExact(tensor.shape()[0] * tensor.rowLength());
        var values = new float[n];
        tensor.read(0, values, 0, n);
        return values;
    }

    private static float[] turned(WeightTensor matrix) {
        var values = all(matrix);
        int columns = matrix.rowLength();
        int rows = values.length / columns;
        var turned = new float[values.length];
        for (int r = 0; r < rows; r++) for (int c = 0; c < columns; c++) turned[c * rows + r] = values[r * columns + c];
        return turned;
    }
}
