package studio.parley.convert.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.parley.convert.checkpoint.config.Flavour;
import studio.parley.convert.checkpoint.layout.TensorSchema;
import studio.parley.convert.checkpoint.layout.TiedEmbeddings;
import studio.parley.convert.safetensors.Dtype;
import studio.parley.convert.safetensors.SafetensorsWriter;
import studio.parley.convert.safetensors.SafetensorsWriter.Values;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.DepthConfig;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.StackConfig;

/** A small random model, written in the layouts of the publishers: what the transformers side of a fine-tuner would save. */
public final class TinyModel {
    private final CsmConfig config;
    private final Map<String, Values> tensors = new LinkedHashMap<>();

    public TinyModel(CsmConfig config, long seed) {
        this.config = config;
        var random = new Random(seed);
        TensorSchema.of(config).forEach((name, shape) -> tensors.put(name, random(name, shape, random)));
    }

    public static CsmConfig config(int seed) {
        var random = new Random(seed);
        int kv = 1 + random.nextInt(2);
        var backbone = new StackConfig(1 + random.nextInt(2), 8 * (1 + random.nextInt(3)), kv * 2, kv, 8, 24, 1e-5, Flavour.BACKBONE_ROPE);
        var depth = new StackConfig(1, 16, 2, 1, 8 * (1 + random.nextInt(2)), 16, 1e-5, Flavour.DEPTH_ROPE);
        int quantizers = 3 + random.nextInt(3);
        var mimi = new MimiConfig(24_000, 2000, 16, 2, 1, List.of(3, 2), 7, 3, 3, 2, 2, 1.0, 8, 8, quantizers, 1, 8, 16, 2, 24, 2, 2, 8,
                1e-5, 10_000, 6);
        return new CsmConfig(backbone, new DepthConfig(depth, backbone.width()), mimi, 40, 11, 2 + random.nextInt(quantizers - 1));
    }

    private static Values random(String name, long[] shape, Random random) {
        int n = 1;
        for (var d : shape) n *= (int) d;
        var values = new float[n];
        var positive = name.endsWith("norm.weight") || name.endsWith("cluster_usage");
        var scale = positive ? 1 : (float) (1.3 / Math.sqrt((double) n / shape[0]));
        // Few significant bits, so that bf16 and fp16 hold the same values.
        for (int i = 0; i < n; i++) {
            float v = positive ? 0.5f + random.nextFloat() : (float) random.nextGaussian() * scale;
            values[i] = Float.intBitsToFloat(Float.floatToIntBits(v) & 0xffff0000);
            if (Math.abs(values[i]) < 1e-3) values[i] = 0.125f;
        }
        return new Values(values, shape);
    }

    public CsmConfig config() {
        return config;
    }

    public Map<String, Values> tensors() {
        return tensors;
    }

    /** transformers' layout with both tied tables, codec inside. */
    public Path transformers(Path folder, Dtype dtype) {
        var all = new LinkedHashMap<>(tensors);
        all.put(TiedEmbeddings.DEPTH, tensors.get(TiedEmbeddings.BACKBONE));
        write(folder, all, dtype);
        return folder;
    }

    /** Any tensors with this model's config and tokenizer beside them. */
    public void write(Path folder, Map<String, Values> all, Dtype dtype) {
        try {
            Files.createDirectories(folder);
            SafetensorsWriter.write(folder.resolve("model.safetensors"), all, dtype);
            Files.writeString(folder.resolve("config.json"), TinyJson.config(config));
            Files.writeString(folder.resolve("tokenizer.json"), TinyJson.tokenizer(config.textVocab()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sesame's layout; its Mimi, in Kyutai's layout, is written to {@code folder/mimi/kyutai.safetensors}. */
    public Path sesame(Path folder) {
        write(folder, Inverse.sesame(tensors, config), Dtype.F32);
        var mimi = folder.resolve("mimi");
        mimi.toFile().mkdirs();
        SafetensorsWriter.write(mimi.resolve("kyutai.safetensors"), Inverse.kyutai(tensors, config.mimi()), Dtype.F32);
        return folder;
    }
}
