package studio.parley.convert.checkpoint.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.parley.convert.checkpoint.config.PublishedMimi;
import studio.parley.convert.weights.MimiConfig;

class GqaExpansionTest {
    /** Row r holds r. */
    private record Counting(long rows) implements WeightTensor {
        @Override
        public long[] shape() {
            return new long[] {rows, 2};
        }

        @Override
        public void read(long from, float[] into, int offset, int count) {
            for (int i = 0; i < count; i++) into[offset + i] = (from + i) / 2;
        }

        @Override
        public String where() {
            return "memory";
        }
    }

    @Test
    void everyHeadOfAGroupGetsTheGroupsRows() {
        // 4 heads of 2 over 2 shared ones: heads 0 and 1 see rows 0 and 1, heads 2 and 3 rows 2 and 3.
        var spread = PermutedRows.spread(new Counting(4), 2, 2);
        var values = new float[16];
        spread.read(0, values, 0, 16);
        assertArrayEquals(new long[] {8, 2}, spread.shape());
        assertArrayEquals(new float[] {0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3}, values);
    }

    @Test
    void onlyKeysAndValuesAreSpreadAndOnlyWhereShared() {
        var name = "encoder_transformer.layers.0.self_attn.";
        var set = new TensorSet(Path.of("m"), Map.of(name + "k_proj.weight", new Counting(64), name + "q_proj.weight", new Counting(512)));
        assertEquals(set, GqaExpansion.spread(set, PublishedMimi.CONFIG));
        var shared = GqaExpansion.spread(set, PublishedMimi.CONFIG.withKvHeads(1));
        assertArrayEquals(new long[] {512, 2}, shared.get(name + "k_proj.weight").shape());
        assertArrayEquals(new long[] {512, 2}, shared.get(name + "q_proj.weight").shape());
    }

    @Test
    void aQuantiserAsWideAsTheCodecNeedsNoProjections() {
        var published = TensorSchema.of(PublishedMimi.CONFIG);
        assertTrue(published.keySet().stream().anyMatch(n -> n.endsWith("input_proj.weight")));
        var c = PublishedMimi.CONFIG;
        var wide = new MimiConfig(c.sampleRate(), c.frameRate(), 256, c.numFilters(), c.numResidualLayers(),
                c.upsamplingRatios(), c.kernelSize(), c.lastKernelSize(), c.residualKernelSize(), c.dilationGrowthRate(), c.compress(),
                c.trimRightRatio(), c.codebookSize(), 256, c.numQuantizers(), c.numSemanticQuantizers(), 256, 256, c.layers(),
                c.intermediateSize(), c.heads(), c.kvHeads(), c.headDim(), c.normEpsilon(), c.ropeTheta(), c.slidingWindow());
        assertFalse(TensorSchema.of(wide).keySet().stream().anyMatch(n -> n.endsWith("put_proj.weight")));
    }
}
