package studio.parley.convert.checkpoint.config;

import java.util.List;
import studio.parley.convert.weights.MimiConfig;

/** The only published Mimi (kyutai/mimi; tokenizer-e351c8d8-checkpoint125); Kyutai's file has no config. */
public final class PublishedMimi {
    /** Also transformers' defaults of {@code MimiConfig}. */
    public static final MimiConfig CONFIG = new MimiConfig(24_000, 12.5, 512, 64, 1, List.of(8, 6, 5, 4), 7, 3, 3, 2, 2, 1.0, 2048, 256, 32, 1,
            256, 512, 8, 2048, 8, 8, 64, 1e-5, 10_000, 250);

    private PublishedMimi() {}
}
