package studio.parley.convert.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import studio.parley.convert.checkpoint.config.Flavour;
import studio.parley.convert.checkpoint.config.PublishedMimi;
import studio.parley.convert.checkpoint.layout.KyutaiLayout;
import studio.parley.convert.checkpoint.layout.SesameLayout;
import studio.parley.convert.checkpoint.layout.TensorSchema;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.checkpoint.layout.TiedEmbeddings;
import studio.parley.convert.checkpoint.layout.WeightTensor;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.DepthConfig;
import studio.parley.golden.Golden;

/** Every name and shape of the four published full-size files, as transformers' own modules give them (vectors/census). */
class PublishedNamesTest {
    private static final CsmConfig CSM_1B = new CsmConfig(Flavour.LLAMA_1B.stack(Flavour.BACKBONE_ROPE),
            new DepthConfig(Flavour.LLAMA_100M.stack(Flavour.DEPTH_ROPE), 2048), PublishedMimi.CONFIG, 128_256, 2051, 32);
    private static final Golden GOLDEN = Golden.load("census");

    @Test
    void theCensusAsksForExactlyTheTensorsOfTheTransformersFiles() {
        assertEquals(published("transformers", name -> true), printed(TensorSchema.of(CSM_1B)));
        assertEquals(published("mimi", name -> true), printed(TensorSchema.of(PublishedMimi.CONFIG)));
    }

    @Test
    void sesamesFileHoldsTheSameLanguageTensors() {
        var named = SesameLayout.inTransformersNames(set("sesame"), CSM_1B);
        assertEquals(published("transformers", name -> !name.startsWith("codec_model.")), printed(shapes(named)));
    }

    @Test
    void kyutaisFileHoldsTheSameCodecTensors() {
        var shapes = shapes(KyutaiLayout.inTransformersNames(set("kyutai"), PublishedMimi.CONFIG));
        shapes.keySet().removeIf(PublishedNamesTest::flag);
        assertEquals(published("mimi", name -> true), printed(shapes));
    }

    /** Without the copy of the audio table and the 32 flags nobody reads. */
    private static Map<String, String> published(String file, Predicate<String> wanted) {
        var out = new TreeMap<String, String>();
        for (var e : GOLDEN.json().getAsJsonObject(file).entrySet()) {
            if (!e.getKey().equals(TiedEmbeddings.DEPTH) && !flag(e.getKey()) && wanted.test(e.getKey())) out.put(e.getKey(), Arrays.toString(longs(e.getValue())));
        }
        return out;
    }

    private static boolean flag(String name) {
        return name.endsWith("initialized");
    }

    private static Map<String, String> printed(Map<String, long[]> shapes) {
        var out = new TreeMap<String, String>();
        shapes.forEach((name, shape) -> out.put(name, Arrays.toString(shape)));
        return out;
    }

    private static Map<String, long[]> shapes(TensorSet tensors) {
        var out = new LinkedHashMap<String, long[]>();
        for (var name : tensors.names()) out.put(name, tensors.get(name).shape());
        return out;
    }

    private static long[] longs(JsonElement shape) {
        return Arrays.stream(Golden.ints(shape)).asLongStream().toArray();
    }

    private static TensorSet set(String file) {
        var tensors = new LinkedHashMap<String, WeightTensor>();
        for (var e : GOLDEN.json().getAsJsonObject(file).entrySet()) tensors.put(e.getKey(), new Shape(longs(e.getValue())));
        return new TensorSet(Path.of(file), tensors);
    }

    private record Shape(long[] shape) implements WeightTensor {
        @Override
        public void read(long from, float[] into, int offset, int count) {
            throw new AssertionError("names and shapes need no values");
        }

        @Override
        public String where() {
            return "published";
        }
    }
}
