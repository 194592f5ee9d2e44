package studio.parley.studio;

import java.util.Optional;
import studio.parley.speech.model.ModelInfo;

/**
 * Measurements of the prototype graphs of CSM-1B's size on the machine they were designed on (2 cores of AMD Zen 4, ONNX Runtime 1.29, a
 * cache of 500 positions), for comparison. Times vary by a quarter on shared machines, so only running both side by side shows which is
 * faster.
 *
 * @param frameMillis median of the rounds; {@code frameFrom} and {@code frameTo} are the fastest and slowest round
 * @param prefillPerSecond positions of a prompt of 256 fed per second
 */
public record BenchBaseline(double frameMillis, double frameFrom, double frameTo, double prefillPerSecond) {
    /** Figures for this model's precision; empty for models of another size or precision. */
    static Optional<BenchBaseline> of(ModelInfo model) {
        if (model.backbone().layers() != 16 || model.backbone().width() != 2048 || model.codebooks() != 32) return Optional.empty();
        return switch (model.precision()) {
            case "int4" -> Optional.of(new BenchBaseline(99, 85, 120, 177));
            case "int8" -> Optional.of(new BenchBaseline(160, 138, 163, 190));
            default -> Optional.empty();
        };
    }
}
