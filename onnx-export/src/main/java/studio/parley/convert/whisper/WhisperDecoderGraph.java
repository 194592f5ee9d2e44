package studio.parley.convert.whisper;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.concat;
import static studio.parley.convert.graph.OnnxOps.gather;
import static studio.parley.convert.graph.OnnxOps.matMul;
import static studio.parley.convert.graph.OnnxOps.mul;
import static studio.parley.convert.graph.OnnxOps.range;
import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.size;
import static studio.parley.convert.graph.OnnxOps.slice;
import static studio.parley.convert.graph.OnnxOps.softmax;
import static studio.parley.convert.graph.OnnxOps.transpose;
import static studio.parley.convert.graph.OnnxOps.unsqueeze;
import static studio.parley.convert.graph.OnnxOps.where;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.recognition.RecogniserContract;

/**
 * Tokens, and what the encoder has made of the audio, to the logits of each next token: embedding and position, then per layer
 * {@code x += O(attention(LN(x)))} over the tokens so far, {@code x += O(attention(LN(x)))} over the audio, {@code x += fc2(gelu(fc1(LN(x))))},
 * a last LN and the product with the embedding table.
 */
record WhisperDecoderGraph(WhisperGraphContext whisper) {
    private static final String TOKENS = "decoder.embed_tokens.weight";
    private static final float NEVER = -1e9f;

    GraphBuilder build() {
        var root = new GraphBuilder("whisper_decoder");
        var sizes = whisper.sizes();
        var b = root.at("decoder");
        var tokens = root.input(RecogniserContract.TOKENS, DType.INT64, 1, "S");
        var position = root.input(RecogniserContract.POSITION, DType.INT64, 1);
        var end = add(b, position, size(b, tokens, 1));
        var places = slice(b, whisper.tensor(b, "decoder.embed_positions.weight"), 0, position, end);
        var x = add(b, whisper.table(TOKENS).look(b.at("embed"), tokens, 2), places);
        var mask = mask(b.at("mask"), position, tokens, end);
        var attention = new ArrayList<ValueRef>();
        for (int i = 0; i < sizes.decoderLayers(); i++) {
            var layer = new Layer(b.at("layers." + i), "decoder.layers." + i + ".", i);
            x = layer.overTokens(root, x, position, mask);
            x = layer.overAudio(root, x, attention);
            x = layer.feedForward(x);
        }
        x = whisper.norm(b, "decoder.layer_norm", x);
        root.output(RecogniserContract.LOGITS, whisper.byTable(b.at("logits"), TOKENS, x), DType.FLOAT, 1, "S", sizes.vocabulary());
        root.output(RecogniserContract.ATTENTION, aligned(b.at("alignment"), attention), DType.FLOAT, sizes.alignmentHeads().size(), "S",
                sizes.audioPositions());
        return root;
    }

    /** [S, position + S]: 0 for the positions that a token may see, those before it and its own. */
    private ValueRef mask(GraphBuilder b, ValueRef position, ValueRef tokens, ValueRef end) {
        var keys = unsqueeze(b, range(b, end), 0);
        var queries = unsqueeze(b, add(b, range(b, size(b, tokens, 1)), position), 1);
        return where(b, b.node(Operator.LessOrEqual, List.of(keys, queries)), b.number(0), b.number(NEVER));
    }

    /** The weights of the alignment heads in their order, {@code layers} being those of all heads [1,H,S,T] of each layer. */
    private ValueRef aligned(GraphBuilder b, List<ValueRef> layers) {
        var heads = whisper.sizes().alignmentHeads().stream()
                .map(pair -> gather(b, reshape(b, layers.get(pair.get(0)), whisper.sizes().decoderHeads(), -1, whisper.sizes().audioPositions()), b.longs(pair.get(1)), 0))
                .toArray(ValueRef[]::new);
        return concat(b, 0, heads);
    }

    private final class Layer {
        private final GraphBuilder b;
        private final String name;
        private final int number;

        Layer(GraphBuilder b, String name, int number) {
            this.b = b;
            this.name = name;
            this.number = number;
        }

        ValueRef overTokens(GraphBuilder root, ValueRef x, ValueRef position, ValueRef mask) {
            var here = b.at("attn");
            var normed = whisper.norm(here, name + "self_attn_layer_norm", x);
            var key = cached(root, here.at("k"), RecogniserContract.PAST_KEY, RecogniserContract.PRESENT_KEY, projected(here, "self_attn.k_proj", normed), position);
            var value = cached(root, here.at("v"), RecogniserContract.PAST_VALUE, RecogniserContract.PRESENT_VALUE, projected(here, "self_attn.v_proj", normed), position);
            var weights = softmax(here, add(here, scores(here, projected(here, "self_attn.q_proj", normed), key), mask));
            return add(b, x, output(here, "self_attn.out_proj", matMul(here, weights, value)));
        }

        ValueRef overAudio(GraphBuilder root, ValueRef x, List<ValueRef> attention) {
            var here = b.at("cross");
            var key = input(root, RecogniserContract.CROSS_KEY, whisper.sizes().audioPositions());
            var value = input(root, RecogniserContract.CROSS_VALUE, whisper.sizes().audioPositions());
            var query = projected(here, "encoder_attn.q_proj", whisper.norm(here, name + "encoder_attn_layer_norm", x));
            var weights = softmax(here, scores(here, query, key));
            attention.add(weights);
            return add(b, x, output(here, "encoder_attn.out_proj", matMul(here, weights, value)));
        }

        ValueRef feedForward(ValueRef x) {
            var here = b.at("mlp");
            var inner = whisper.gelu(here, whisper.smallLinear(here.at("fc1"), name + "fc1", whisper.norm(here, name + "final_layer_norm", x)));
            return add(b, x, whisper.smallLinear(here.at("fc2"), name + "fc2", inner));
        }

        /** The first {@code position} of the past, then the new ones. */
        private ValueRef cached(GraphBuilder root, GraphBuilder here, String past, String present, ValueRef fresh, ValueRef position) {
            var all = concat(here, 2, slice(here, input(root, past, "P"), 2, here.longs(0), position), fresh);
            var sizes = whisper.sizes();
            root.output(present + number, all, DType.FLOAT, 1, sizes.decoderHeads(), "P+S", sizes.headSize());
            return all;
        }

        private ValueRef input(GraphBuilder root, String of, Object positions) {
            return root.input(of + number, DType.FLOAT, 1, whisper.sizes().decoderHeads(), positions, whisper.sizes().headSize());
        }

        /** [1,S,width] to [1,H,S,D]. */
        private ValueRef projected(GraphBuilder here, String tensor, ValueRef x) {
            var product = whisper.smallLinear(here.at(tensor), name + tensor, x);
            return transpose(here, reshape(here, product, 0, 0, whisper.sizes().decoderHeads(), whisper.sizes().headSize()), 0, 2, 1, 3);
        }

        private ValueRef scores(GraphBuilder here, ValueRef query, ValueRef key) {
            var scaled = mul(here, query, here.number((float) (1 / Math.sqrt(whisper.sizes().headSize()))));
            return matMul(here, scaled, transpose(here, key, 0, 1, 3, 2));
        }

        /** [1,H,S,D] to [1,S,width]. */
        private ValueRef output(GraphBuilder here, String tensor, ValueRef x) {
            var joined = reshape(here, transpose(here, x, 0, 2, 1, 3), 0, 0, whisper.sizes().width());
            return whisper.smallLinear(here.at("o"), name + tensor, joined);
        }
    }
}
