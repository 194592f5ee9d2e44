package studio.parley.convert.checkpoint.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.parley.convert.checkpoint.Inverse;
import studio.parley.convert.checkpoint.TinyModel;
import studio.parley.convert.checkpoint.config.Flavour;
import studio.parley.convert.checkpoint.config.PublishedMimi;
import studio.parley.convert.safetensors.SafetensorsWriter.Values;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.DepthConfig;

/** Counts and sums that were checked against the sizes of the published files (specification, sections 0 and 1). */
class TensorSchemaTest {
    private static final CsmConfig CSM_1B = new CsmConfig(Flavour.LLAMA_1B.stack(Flavour.BACKBONE_ROPE),
            new DepthConfig(Flavour.LLAMA_100M.stack(Flavour.DEPTH_ROPE), 2048), PublishedMimi.CONFIG, 128_256, 2051, 32);

    @Test
    void transformersHas538TensorsOf7133429124Bytes() {
        var census = TensorSchema.of(CSM_1B);
        // The file also holds a copy of the audio table and Mimi's 32 flags.
        assertEquals(538, census.size() + 1 + 32);
        long table = 65_632L * 2048;
        assertEquals(7_133_429_124L, 4 * (values(census) + table + 32));
        assertArrayEquals(new long[] {65_632, 2048}, census.get(TiedEmbeddings.BACKBONE));
        assertArrayEquals(new long[] {31, 1024, 2051}, census.get("depth_decoder.codebooks_head.weight"));
        assertArrayEquals(new long[] {256, 1024}, census.get("depth_decoder.model.layers.3.self_attn.k_proj.weight"));
    }

    @Test
    void mimiHas350TensorsOf96151393Values() {
        var census = TensorSchema.of(PublishedMimi.CONFIG);
        assertEquals(350, census.size() + 32);
        assertEquals(96_151_393, values(census) + 32);
        assertArrayEquals(new long[] {1024, 512, 16}, census.get("decoder.layers.2.conv.weight"));
        assertArrayEquals(new long[] {512, 1, 4}, census.get("upsample.conv.weight"));
    }

    @Test
    void sesameHas187TensorsAndKyutai318() {
        var names = Inverse.sesame(hollow(TensorSchema.of(CSM_1B)), CSM_1B);
        assertEquals(187, names.size());
        assertEquals(6_211_166_208L, 4 * values(TensorSchema.of(CSM_1B)) - 4 * values(TensorSchema.of(PublishedMimi.CONFIG)));
        // Kyutai's file joins q, k and v, and holds the 32 flags too.
        assertEquals(318, Inverse.kyutai(hollow(TensorSchema.of(CSM_1B)), PublishedMimi.CONFIG).size() + 32);
    }

    @Test
    void everyNameComesBackFromTheFirstPublishersNames() {
        for (int seed = 0; seed < 5; seed++) {
            var config = TinyModel.config(seed);
            var model = new TinyModel(config, seed);
            assertEquals(TensorSchema.of(config).keySet().stream().filter(n -> !n.startsWith("codec_model.")).sorted().toList(),
                    SesameLayout.inTransformersNames(set(Inverse.sesame(model.tensors(), config)), config).names().stream().sorted()
                            .toList());
            assertEquals(TensorSchema.of(config.mimi()).keySet().stream().sorted().toList(),
                    KyutaiLayout.inTransformersNames(set(Inverse.kyutai(model.tensors(), config.mimi())), config.mimi()).names().stream()
                            .sorted().toList());
        }
    }

    private static TensorSet set(Map<String, Values> values) {
        var tensors = new java.util.LinkedHashMap<String, WeightTensor>();
        values.forEach((name, v) -> tensors.put(name, new InMemory(v)));
        return new TensorSet(java.nio.file.Path.of("memory"), tensors);
    }

    private record InMemory(Values values) implements WeightTensor {
        @Override
        public long[] shape() {
            return values.shape().clone();
        }

        @Override
        public void read(long from, float[] into, int offset, int count) {
            System.arraycopy(values.values(), (int) from, into, offset, count);
        }

        @Override
        public String where() {
            return "memory";
        }
    }

    /** Full-size shapes whose matrices hold one value per row, so that renaming needs no gigabytes. */
    private static Map<String, Values> hollow(Map<String, long[]> census) {
        var hollow = new java.util.LinkedHashMap<String, Values>();
        census.forEach((name, shape) -> {
            int rows = name.contains("_proj") ? (int) shape[0] : 1;
            hollow.put(name, new Values(new float[rows], rows, 1));
        });
        return hollow;
    }

    private static long values(Map<String, long[]> census) {
        return census.values().stream().mapToLong(s -> Stream.of(java.util.Arrays.stream(s).boxed().toArray(Long[]::new))
                .reduce(1L, (a, b) -> a * b)).sum();
    }
}
