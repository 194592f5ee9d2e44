package studio.parley.convert.csm;

import static studio.parley.convert.graph.OnnxOps.gather;
import static studio.parley.convert.graph.OnnxOps.sum;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.speech.model.ModelContract;

/**
 * The backbone (docs/model-folder.md): rows of one embedding table are summed over the codebooks, the stack runs on any number of new
 * positions and updates its cache in place, and the last position's hidden state gives the logits of code 0.
 */
final class BackboneGraph {
    private final CsmGraphContext language;
    private final CsmConfig config;
    private final GraphBuilder graph = new GraphBuilder("backbone");
    private final GraphBuilder root = graph.at("backbone");

    BackboneGraph(CsmGraphContext language, CsmConfig config) {
        this.language = language;
        this.config = config;
    }

    /** @param context length of the RoPE tables: the largest capacity of a KV buffer */
    GraphBuilder build(int context, DebugOutputs exposure) {
        var sizes = config.backbone();
        var rows = graph.input(ModelContract.ROWS, DType.INT64, "B", "S", config.codebooks());
        var lengths = graph.input(ModelContract.SEQLENS_K, DType.INT32, "B");
        var total = graph.input(ModelContract.TOTAL_SEQUENCE_LENGTH, DType.INT32, 1);
        var stack = new TransformerStack(language, sizes, PrecisionPlan.Role.BACKBONE, "backbone_model", "/backbone", context);
        var embedded = embed(rows);
        var run = stack.run(root, language.inward(root.at("embed_tokens"), embedded), past(), lengths, total);
        border(run);
        if (exposure.hiddenStates()) expose(run.residuals());
        return graph;
    }

    private ValueRef embed(ValueRef rows) {
        var here = root.at("embed_tokens");
        return sum(here, EmbeddingTables.backbone(language, config).look(here, rows, 3), 2, false);
    }

    private List<LayerKvCache> past() {
        var past = new ArrayList<LayerKvCache>();
        for (int i = 0; i < config.backbone().layers(); i++) past.add(new LayerKvCache(buffer(ModelContract.pastKey(i)), buffer(ModelContract.pastValue(i))));
        return past;
    }

    private ValueRef buffer(String name) {
        return graph.input(name, language.target().activations(), "B", config.backbone().kvHeads(), "P", config.backbone().cachedHeadDim());
    }

    private void border(TransformerStack.Run run) {
        var last = gather(root.at("last"), run.hidden(), root.scalar(-1), 1);
        var head = new Linear(language, "/backbone/head/weight", Matrix.of(language.weights(), "lm_head.weight"), PrecisionPlan.Role.HEAD);
        var logits = language.outward(root.at("head"), head.apply(root.at("head"), last));
        graph.output(ModelContract.HIDDEN, language.outward(root.at("last"), last), DType.FLOAT, "B", config.backbone().width());
        graph.output(ModelContract.LOGITS, logits, DType.FLOAT, "B", config.audioVocab());
        for (int i = 0; i < run.caches().size(); i++) {
            present(ModelContract.presentKey(i), run.caches().get(i).key());
            present(ModelContract.presentValue(i), run.caches().get(i).value());
        }
    }

    private void present(String name, ValueRef value) {
        graph.output(name, value, language.target().activations(), "B", config.backbone().kvHeads(), "P", config.backbone().cachedHeadDim());
    }

    private void expose(List<ValueRef> residuals) {
        for (int i = 0; i < residuals.size(); i++) {
            var value = language.outward(root.at("layers." + i), residuals.get(i));
            graph.output(ModelContract.hiddenState(i), value, DType.FLOAT, "B", "S", config.backbone().width());
        }
    }
}
