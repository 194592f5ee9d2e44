package studio.parley.convert.csm;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.concat;
import static studio.parley.convert.graph.OnnxOps.gather;
import static studio.parley.convert.graph.OnnxOps.unsqueeze;
import static studio.parley.convert.graph.OnnxOps.where;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.matrix.EmbeddingTable;
import studio.parley.convert.matrix.TensorMatrix;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.speech.model.ModelContract;

/**
 * The depth decoder (docs/model-folder.md) with all K-1 steps unrolled and sampling inside. The first step runs on two positions:
 * the projected hidden state of the backbone and code 0; step i hears code i-1 at position i and head i-1 gives code i. Every
 * step names the same weights.
 */
final class DepthDecoderGraph {
    private final CsmGraphContext language;
    private final CsmConfig config;
    private final GraphBuilder graph = new GraphBuilder("depth_decoder");
    private final GraphBuilder root = graph.at("depth");
    private final TransformerStack stack;

    DepthDecoderGraph(CsmGraphContext language, CsmConfig config) {
        this.language = language;
        this.config = config;
        this.stack = new TransformerStack(language, config.depth().stack(), PrecisionPlan.Role.DEPTH, "depth_decoder.model", "/depth", config.codebooks());
    }

    GraphBuilder build(DebugOutputs exposure) {
        int steps = config.codebooks() - 1;
        var hidden = graph.input(ModelContract.HIDDEN, DType.FLOAT, "B", config.depth().backboneWidth());
        var code0 = graph.input(ModelContract.CODE0, DType.INT64, "B");
        var noise = graph.input(ModelContract.NOISE, DType.FLOAT, "B", steps);
        var temperature = graph.input(ModelContract.TEMPERATURE, DType.FLOAT, "B");
        var greedy = graph.input(ModelContract.GREEDY, DType.BOOL, "B");
        var topK = graph.input(ModelContract.TOP_K, DType.INT64, 1);
        var sorted = language.target() == Target.CPU ? topK : root.longs(config.audioVocab());
        var sampler = new CodeSampler(root.at("sampling"), noise, temperature, greedy, topK, sorted);
        var bias = graph.input(ModelContract.LOGIT_BIAS, DType.FLOAT, config.audioVocab());
        var forced = exposure.forced() ? graph.input(ModelContract.FORCED, DType.INT64, "B", steps) : null;
        var unrolled = new Unrolled(exposure.stepLogits(), bias, sampler, forced);
        unrolled.run(hidden, unsqueeze(root.at("code0"), code0, 1), steps);
        graph.output(ModelContract.CODES, concat(root.at("codes"), 1, unrolled.codes.toArray(ValueRef[]::new)), DType.INT64, "B", steps);
        if (exposure.stepLogits()) {
            var all = concat(root.at("logits"), 1, unrolled.logits.toArray(ValueRef[]::new));
            graph.output(ModelContract.STEP_LOGITS, all, DType.FLOAT, "B", steps, config.audioVocab());
        }
        return graph;
    }

    /** The steps as they are written, one after the other. */
    private final class Unrolled {
        private final boolean exposed;
        private final ValueRef bias;
        private final CodeSampler sampler;
        private final @org.jspecify.annotations.Nullable ValueRef forced;
        private final EmbeddingTable table = EmbeddingTables.depth(language, config);
        private final List<ValueRef> codes = new ArrayList<>();
        private final List<ValueRef> logits = new ArrayList<>();

        Unrolled(boolean exposed, ValueRef bias, CodeSampler sampler, @org.jspecify.annotations.Nullable ValueRef forced) {
            this.exposed = exposed;
            this.bias = bias;
            this.sampler = sampler;
            this.forced = forced;
        }

        void run(ValueRef hidden, ValueRef code0, int steps) {
            var zeros = zeros(code0);
            var caches = Collections.nCopies(config.depth().stack().layers(), LayerKvCache.EMPTY);
            var heard = code0;
            for (int step = 1; step <= steps; step++) {
                var here = root.at("step." + step);
                var x = embed(here.at("embed_tokens"), heard, step - 1);
                if (step == 1) x = concat(here, 1, project(hidden), x);
                var lengths = add(here.at("lengths"), zeros, here.ints(step));
                var run = stack.run(here, language.inward(here, x), caches, lengths, here.ints(step + 1));
                caches = run.caches();
                var last = step == 1 ? gather(here, run.hidden(), here.longs(1), 1) : run.hidden();
                heard = choose(here.at("sampling"), head(here.at("head"), last, step - 1), step - 1);
                codes.add(heard);
            }
        }

        /** int32 zeros [B], from a value of shape [B,1]. */
        private ValueRef zeros(ValueRef code0) {
            var here = root.at("lengths");
            var batch = here.node(Operator.Shape, List.of(code0), studio.parley.convert.graph.Attributes.of("start", 0L),
                    studio.parley.convert.graph.Attributes.of("end", 1L));
            return here.node(Operator.Expand, List.of(here.ints(0), batch));
        }

        private ValueRef project(ValueRef hidden) {
            var here = root.at("projection");
            var linear = new Linear(language, "/depth/projection/weight", EmbeddingTables.projection(language), PrecisionPlan.Role.HEAD);
            var projected = linear.apply(here, language.inward(here, hidden));
            return unsqueeze(here, language.outward(here, projected), 1);
        }

        /** [B,1] codes of one codebook to [B,1,width]. */
        private ValueRef embed(GraphBuilder here, ValueRef code, int codebook) {
            long from = (long) codebook * config.audioVocab();
            return table.rows(from, from + config.audioVocab()).look(here, code, 2);
        }

        private ValueRef head(GraphBuilder here, ValueRef last, int index) {
            int width = config.depth().stack().width();
            long offset = (long) index * width * config.audioVocab();
            var matrix = new TensorMatrix(language.weights(), "depth_decoder.codebooks_head.weight", offset, width, config.audioVocab());
            var linear = new Linear(language, "/depth/heads." + index + "/weight", matrix.transposed(), PrecisionPlan.Role.HEAD);
            if (!exposed && language.target() == Target.CPU) return linear.apply(here, last, bias);
            var plain = language.outward(here, linear.apply(here, last));
            if (exposed) logits.add(plain);
            return add(here, plain, bias);
        }

        private ValueRef choose(GraphBuilder here, ValueRef biased, int index) {
            var drawn = sampler.code(here, biased, index);
            if (forced == null) return drawn;
            var given = gather(here, forced, here.longs(index), 1);
            return where(here, here.node(Operator.GreaterOrEqual, List.of(given, here.scalar(0))), given, drawn);
        }
    }
}
