package studio.parley.convert.csm;

import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.weights.StackConfig;

/** Grouped-query attention with rotary positions (tables for so many {@code positions}), which appends to the cache. */
record Attention(CsmGraphContext language, StackConfig sizes, String address, int positions) {
    record Attended(ValueRef value, LayerKvCache cache) {}

    Attended apply(GraphBuilder b, Layer layer, ValueRef x, LayerKvCache past, ValueRef lengths, ValueRef total) {
        var qkv = layer.qkv().apply(b.at("qkv_proj"), x);
        var inputs = List.of(qkv, ValueRef.NONE, ValueRef.NONE, past.key(), past.value(), lengths, total, rotations(b, "cos"), rotations(b, "sin"));
        var out = b.nodes(Operator.GroupQueryAttention, 3, inputs, Attributes.of("num_heads", sizes.heads()),
                Attributes.of("kv_num_heads", sizes.kvHeads()), Attributes.of("do_rotary", 1), Attributes.of("rotary_interleaved", 0),
                Attributes.of("scale", (float) (1 / Math.sqrt(sizes.headDim()))));
        return new Attended(layer.output().apply(b.at("o_proj"), out.get(0)), new LayerKvCache(out.get(1), out.get(2)));
    }

    private ValueRef rotations(GraphBuilder b, String which) {
        int width = sizes.cachedHeadDim() / 2;
        return language.vector(b, address + "/rope/" + which, () -> RopeTable.table(RopeTable.frequencies(sizes.rope(), sizes.headDim()),
                positions, width, which.equals("sin")), positions, width);
    }
}
