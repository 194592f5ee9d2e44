package studio.parley.convert;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import studio.parley.convert.csm.CsmGraphs;
import studio.parley.convert.csm.Target;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.graph.StateShape;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.mimi.MimiGraphs;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.weights.Weights;
import studio.parley.speech.model.ModelContract;

/** Writes a checkpoint's four networks as ONNX graphs with their weights: everything of a model folder except the JSON files. */
public final class ModelWriter {
    /**
     * What was written.
     *
     * @param graphs device ("cpu", "cuda") to network ("backbone", "depth_decoder", "mimi_encoder", "mimi_decoder") to file name
     * @param files every file written, sorted
     * @param mimiStates shapes of the streaming decoder's states, in order
     */
    public record Written(Map<String, Map<String, String>> graphs, List<String> files, List<StateShape> mimiStates) {}

    private ModelWriter() {}

    /**
     * Writes into an existing empty {@code folder}; the heap used stays small, however large the checkpoint. Throws
     * {@link studio.parley.problem.Problem} if a tensor is missing or invalid or on an I/O error.
     *
     * @param context length of the RoPE tables: the largest capacity of a KV buffer
     */
    public static Written write(
            Weights weights, CsmConfig config, Precision precision, int context, Path folder, Progress progress, DebugOutputs exposure) {
        var language = new WeightFile(ModelContract.LANGUAGE_WEIGHTS);
        var mimi = new WeightFile(ModelContract.MIMI_WEIGHTS);
        var graphs = new LinkedHashMap<String, Map<String, String>>();
        var files = new TreeSet<>(List.of(ModelContract.LANGUAGE_WEIGHTS, ModelContract.MIMI_WEIGHTS));
        for (var target : targets(precision)) {
            new CsmGraphs(weights, config, precision, target, language).save(folder, context, exposure);
            graphs.put(target.label(), names(target));
            files.addAll(names(target).values());
        }
        var states = MimiGraphs.save(weights, config.mimi(), config.codebooks(), precision == Precision.COMPACT, mimi, folder, exposure);
        long total = language.bytes() + mimi.bytes();
        language.write(folder, progress, 0, total);
        mimi.write(folder, progress, language.bytes(), total);
        return new Written(graphs, List.copyOf(files), states);
    }

    /** CUDA's attention computes in 16 bits, which is not what fp32 is chosen for. */
    private static List<Target> targets(Precision precision) {
        return precision == Precision.FP32 ? List.of(Target.CPU) : List.of(Target.CPU, Target.CUDA);
    }

    private static Map<String, String> names(Target target) {
        var names = new LinkedHashMap<String, String>();
        names.put(ModelContract.BACKBONE, target.backbone());
        names.put(ModelContract.DEPTH_DECODER, target.depthDecoder());
        names.put(ModelContract.MIMI_ENCODER, ModelContract.MIMI_ENCODER_FILE);
        names.put(ModelContract.MIMI_DECODER, ModelContract.MIMI_DECODER_FILE);
        return names;
    }
}
