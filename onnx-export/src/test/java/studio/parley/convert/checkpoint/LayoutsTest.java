package studio.parley.convert.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.convert.checkpoint.layout.TiedEmbeddings;
import studio.parley.convert.safetensors.Dtype;
import studio.parley.convert.safetensors.SafetensorsWriter;

class LayoutsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothLayoutsGiveTheSameTensors(int seed) {
        var model = new TinyModel(TinyModel.config(seed), seed);
        var sesame = model.sesame(folder.resolve("sesame"));
        assertHolds(model, model.transformers(folder.resolve("hf"), Dtype.F32), null);
        assertHolds(model, sesame, sesame.resolve("mimi").resolve("kyutai.safetensors"));
    }

    @ParameterizedTest
    @EnumSource(names = {"F32", "F16", "BF16", "F64"})
    void weightsMayBeStoredInAnyFloatingType(Dtype dtype) {
        var model = new TinyModel(TinyModel.config(9), 9);
        var path = model.transformers(folder, dtype);
        try (var c = Checkpoint.open(path, null, null, null)) {
            assertEquals(dtype.name(), c.dtype());
        }
        assertHolds(model, path, null);
    }

    @Test
    void eitherNameOfTheTiedTableIsEnough() {
        var model = new TinyModel(TinyModel.config(3), 3);
        var depthOnly = new LinkedHashMap<>(model.tensors());
        depthOnly.put(TiedEmbeddings.DEPTH, depthOnly.remove(TiedEmbeddings.BACKBONE));
        model.write(folder.resolve("depth"), depthOnly, Dtype.F32);
        model.write(folder.resolve("backbone"), model.tensors(), Dtype.F32);
        assertHolds(model, folder.resolve("depth"), null);
        assertHolds(model, folder.resolve("backbone"), null);
    }

    /** As transformers does: tied or not, two tables that differ are two. */
    @Test
    void differentTablesStayTwo() {
        var model = new TinyModel(TinyModel.config(3), 3);
        var table = model.tensors().get(TiedEmbeddings.BACKBONE);
        var other = table.values().clone();
        other[other.length - 1] += 1;
        model.tensors().put(TiedEmbeddings.DEPTH, new SafetensorsWriter.Values(other, table.shape()));
        model.write(folder.resolve("untied"), model.tensors(), Dtype.F32);
        assertHolds(model, folder.resolve("untied"), null);
        model.tensors().remove(TiedEmbeddings.DEPTH);
        try (var c = Checkpoint.open(model.transformers(folder.resolve("tied"), Dtype.F32), null, null, null)) {
            assertFalse(c.weights().has(TiedEmbeddings.DEPTH));
        }
    }

    @Test
    void prefixesLeftByTrainingAndTheNamesOfTransformers5InMemoryAreRead() {
        var model = new TinyModel(TinyModel.config(4), 4);
        var renamed = new LinkedHashMap<String, SafetensorsWriter.Values>();
        model.tensors().forEach((name, t) -> renamed.put("module." + name
                .replaceFirst("codec_model\\.(en|de)coder\\.layers", "codec_model.$1coder.$1coder_seanet.layers")
                .replaceFirst("codec_model\\.(en|de)coder_transformer", "codec_model.$1coder.$1coder_transformer")
                .replace("codec_model.downsample", "codec_model.encoder.downsample")
                .replace("codec_model.upsample", "codec_model.decoder.upsample"), t));
        model.write(folder, renamed, Dtype.F32);
        assertHolds(model, folder, null);
    }

    @Test
    void weightNormIsFolded() {
        var model = new TinyModel(TinyModel.config(5), 5);
        var split = new LinkedHashMap<>(model.tensors());
        var name = "codec_model.encoder.layers.0.conv.weight";
        var w = split.remove(name);
        int rows = (int) w.shape()[0];
        int length = w.values().length / rows;
        var g = new float[rows];
        var v = w.values().clone();
        for (int r = 0; r < rows; r++) {
            double square = 0;
            for (int i = 0; i < length; i++) square += (double) w.values()[r * length + i] * w.values()[r * length + i];
            g[r] = (float) Math.sqrt(square);
            for (int i = 0; i < length; i++) v[r * length + i] *= 3;
        }
        split.put(name + "_g", new SafetensorsWriter.Values(g, rows, 1, 1));
        split.put(name.replace("weight", "weight_v"), new SafetensorsWriter.Values(v, w.shape()));
        model.write(folder, split, Dtype.F32);
        try (var c = Checkpoint.open(folder, null, null, null)) {
            assertArrayEquals(w.values(), c.weights().all(name), 1e-6f);
        }
    }

    private static void assertHolds(TinyModel model, Path path, Path mimi) {
        try (var c = Checkpoint.open(path, mimi, null, null)) {
            assertEquals(model.config(), c.config());
            assertEquals(256, c.positions());
            model.tensors().forEach((name, t) -> {
                assertArrayEquals(t.shape(), c.weights().shape(name), name);
                assertArrayEquals(t.values(), c.weights().all(name), name);
                int n = t.values().length;
                var piece = new float[n];
                // Odd pieces, so that rearranged rows are also read from their middle.
                for (int at = 0; at < n; at += 7) c.weights().read(name, at, piece, at, Math.min(7, n - at));
                assertArrayEquals(t.values(), piece, name);
            });
        }
    }
}
