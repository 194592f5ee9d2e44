package studio.parley.convert.csm;

import static studio.parley.convert.graph.Ops.gather;
import static studio.parley.convert.graph.Ops.sum;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.Exposure;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Value;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.speech.Signatures;

/**
 * The backbone (docs/model-folder.md): rows of one embedding table are summed over the codebooks, the stack runs on any number of
 * new positions with its cache in place, and the last position's hidden state gives the logits of code 0.
 */
final class BackboneGraph {
    private final Language language;
    private final CsmConfig config;
    private final GraphBuilder graph = new GraphBuilder("backbone");
    private final GraphBuilder root = graph.at("backbone");

    BackboneGraph(Language language, CsmConfig config) {
        this.language = language;
        this.config = config;
    }

    /** @param context positions the tables of rotations reach: the largest capacity of a KV buffer */
    GraphBuilder build(int context, Exposure exposure) {
        var sizes = config.backbone();
        var rows = graph.input(Signatures.ROWS, DType.INT64, "B", "S", config.codebooks());
        var lengths = graph.input(Signatures.SEQLENS_K, DType.INT32, "B");
        var total = graph.input(Signatures.TOTAL_SEQUENCE_LENGTH, DType.INT32, 1);
        var stack = new TransformerStack(language, sizes, Recipe.Role.BACKBONE, "backbone_model", "/backbone", context);
        var embedded = embed(rows);
        var run = stack.run(root, language.inward(root.at("embed_tokens"), embedded), past(), lengths, total);
        border(run);
        if (exposure.hiddenStates()) expose(run.residuals());
        return graph;
    }

    private Value embed(Value rows) {
        var here = root.at("embed_tokens");
        return sum(here, Tables.backbone(language, config).look(here, rows, 3), 2, false);
    }

    private List<Cache> past() {
        var past = new ArrayList<Cache>();
        for (int i = 0; i < config.backbone().layers(); i++) past.add(new Cache(buffer(Signatures.pastKey(i)), buffer(Signatures.pastValue(i))));
        return past;
    }

    private Value buffer(String name) {
        return graph.input(name, language.target().activations(), "B", config.backbone().kvHeads(), "P", config.backbone().cachedHeadDim());
    }

    private void border(TransformerStack.Run run) {
        var last = gather(root.at("last"), run.hidden(), root.scalar(-1), 1);
        var head = new Linear(language, "/backbone/head/weight", Matrix.of(language.weights(), "lm_head.weight"), Recipe.Role.HEAD);
        var logits = language.outward(root.at("head"), head.apply(root.at("head"), last));
        graph.output(Signatures.HIDDEN, language.outward(root.at("last"), last), DType.FLOAT, "B", config.backbone().width());
        graph.output(Signatures.LOGITS, logits, DType.FLOAT, "B", config.audioVocab());
        for (int i = 0; i < run.caches().size(); i++) {
            present(Signatures.presentKey(i), run.caches().get(i).key());
            present(Signatures.presentValue(i), run.caches().get(i).value());
        }
    }

    private void present(String name, Value value) {
        graph.output(name, value, language.target().activations(), "B", config.backbone().kvHeads(), "P", config.backbone().cachedHeadDim());
    }

    private void expose(List<Value> residuals) {
        for (int i = 0; i < residuals.size(); i++) {
            var value = language.outward(root.at("layers." + i), residuals.get(i));
            graph.output(Signatures.hiddenState(i), value, DType.FLOAT, "B", "S", config.backbone().width());
        }
    }
}
