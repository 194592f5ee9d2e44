package studio.parley.convert.checkpoint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.convert.checkpoint.Inverse;
import studio.parley.convert.checkpoint.TinyJson;
import studio.parley.convert.checkpoint.TinyModel;
import studio.parley.convert.checkpoint.layout.TensorSchema;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.checkpoint.layout.WeightTensor;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.DepthConfig;
import studio.parley.problem.Problem;

/** The published checkpoints in Sesame's layout, found by config or by shapes alone. */
class SesameConfigsTest {
    @ParameterizedTest
    @CsvSource({"LLAMA_1B,LLAMA_100M,128256", "LLAMA_8B,LLAMA_300M,128256", "LLAMA_250M,LLAMA_60M,49152"})
    void sizesComeFromFlavoursOrShapes(Flavour backbone, Flavour depth, int words) {
        var c = new CsmConfig(backbone.stack(Flavour.BACKBONE_ROPE), new DepthConfig(depth.stack(Flavour.DEPTH_ROPE),
                backbone.stack(Flavour.BACKBONE_ROPE).width()),
                PublishedMimi.CONFIG, words, 2051, 32);
        var tensors = shapes(c);
        assertEquals(c, SesameConfigs.read(null, tensors, PublishedMimi.CONFIG));
        var flavours = """
                {"backbone_flavor":"%s","decoder_flavor":"%s","text_vocab_size":%d,"audio_vocab_size":2051,"audio_num_codebooks":32}"""
                .formatted(label(backbone), label(depth), words);
        assertEquals(c, SesameConfigs.read(keys(flavours), tensors, PublishedMimi.CONFIG));
        assertEquals(c, SesameConfigs.read(keys("{\"args\":" + flavours + "}"), tensors, PublishedMimi.CONFIG));
        assertEquals(c, SesameConfigs.read(keys("{}"), tensors, PublishedMimi.CONFIG));
    }

    @Test
    void transformersKeysInTheConfigCountMost() {
        var c = TinyModel.config(3);
        assertEquals(c, SesameConfigs.read(keys(TinyJson.config(c)), shapes(c), c.mimi()));
    }

    @Test
    void unknownFlavoursAndShapesAreNamed() {
        var c = TinyModel.config(3);
        var flavour = assertThrows(Problem.class, () -> SesameConfigs.read(keys("{\"backbone_flavor\":\"llama-9T\"}"), shapes(c),
                c.mimi()));
        assertTrue(flavour.getMessage().contains("llama-9T"), flavour.getMessage());
        var shape = assertThrows(Problem.class, () -> SesameConfigs.read(null, shapes(c), c.mimi()));
        assertTrue(shape.getMessage().contains("num_attention_heads"), shape.getMessage());
    }

    private static String label(Flavour flavour) {
        return flavour.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static ConfigReader keys(String json) {
        return new ConfigReader(Path.of("config.json"), JsonParser.parseString(json).getAsJsonObject(), "");
    }

    private static TensorSet shapes(CsmConfig c) {
        var found = new LinkedHashMap<String, WeightTensor>();
        TensorSchema.of(c).forEach((name, shape) -> {
            if (name.startsWith("codec_model.")) return;
            found.put(Inverse.sesameName(name), new ShapeOnly(shape));
        });
        return new TensorSet(Path.of("model.safetensors"), found);
    }

    private record ShapeOnly(long[] shape) implements WeightTensor {
        @Override
        public void read(long from, float[] into, int offset, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String where() {
            return "model.safetensors";
        }
    }
}
