package studio.parley.convert.csm;

import java.util.List;
import studio.parley.convert.graph.Attr;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.Value;
import studio.parley.convert.weights.StackConfig;

/** Grouped-query attention with rotary positions, which appends to the cache. */
final class Attention {
    private final Language language;
    private final StackConfig sizes;
    private final String address;
    private final int positions;

    /** @param positions how far the tables of rotations reach */
    Attention(Language language, StackConfig sizes, String address, int positions) {
        this.language = language;
        this.sizes = sizes;
        this.address = address;
        this.positions = positions;
    }

    record Attended(Value value, Cache cache) {}

    Attended apply(GraphBuilder b, Layer layer, Value x, Cache past, Value lengths, Value total) {
        var qkv = layer.qkv().apply(b.at("qkv_proj"), x);
        var inputs = List.of(qkv, Value.NONE, Value.NONE, past.key(), past.value(), lengths, total, rotations(b, "cos"), rotations(b, "sin"));
        var out = b.nodes(Operator.GroupQueryAttention, 3, inputs, Attr.of("num_heads", sizes.heads()),
                Attr.of("kv_num_heads", sizes.kvHeads()), Attr.of("do_rotary", 1), Attr.of("rotary_interleaved", 0),
                Attr.of("scale", (float) (1 / Math.sqrt(sizes.headDim()))));
        return new Attended(layer.output().apply(b.at("o_proj"), out.get(0)), new Cache(out.get(1), out.get(2)));
    }

    private Value rotations(GraphBuilder b, String which) {
        int width = sizes.cachedHeadDim() / 2;
        return language.vector(b, address + "/rope/" + which, () -> RopeTable.table(RopeTable.frequencies(sizes.rope(), sizes.headDim()),
                positions, width, which.equals("sin")), positions, width);
    }
}
