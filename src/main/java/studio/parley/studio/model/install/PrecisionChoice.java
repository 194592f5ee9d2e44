package studio.parley.studio.model.install;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.weights.StackConfig;
import studio.parley.io.FreeSpace;

/**
 * The precision for a machine: 16 bits for a graphics card; on a processor 8 bits, which sound like the original, if memory is large and fast
 * enough for speech in real time, otherwise 4.
 *
 * @param reason why, as a sentence without its end
 */
public record PrecisionChoice(Precision precision, String reason) {
    /** With scales and sums of blocks. */
    private static final double INT8_BYTES = 8.5 / 8;
    /** Mimi, caches and graphs, besides the weights. */
    private static final long BESIDES = 900_000_000;
    /** Of the time of a frame, for the weights; the rest is for small operations and the codec. */
    private static final double SHARE = 0.8;

    /**
     * @param memory of the machine, in bytes
     * @param speed measures how many bytes of memory are read per second; called only if it matters
     */
    static PrecisionChoice of(CsmConfig config, String device, long memory, DoubleSupplier speed) {
        if (device.equals("cuda")) return new PrecisionChoice(Precision.FP16, "16 bits, because a graphics card is used");
        double language = parameters(config.backbone()) + parameters(config.depth().stack()) + heads(config);
        double tables = 4.0 * config.backbone().width() * (config.textVocab() + config.audioRows());
        long needed = (long) (INT8_BYTES * language + tables) + BESIDES;
        if (needed > memory / 2) {
            return new PrecisionChoice(Precision.INT4, "4 bits, because 8 bits need " + FreeSpace.text(needed) + " of memory and this machine has " + FreeSpace.text(memory));
        }
        double perFrame = INT8_BYTES * (parameters(config.backbone()) + (config.codebooks() - 1) * parameters(config.depth().stack()) + heads(config));
        double wanted = perFrame * config.mimi().frameRate() / SHARE;
        double measured = speed.getAsDouble();
        var facts = String.format(Locale.ROOT, "8 bits need %.0f GB/s for speech in real time, and this machine reads %.0f GB/s", wanted / 1e9, measured / 1e9);
        return measured >= wanted ? new PrecisionChoice(Precision.INT8, "8 bits, as this machine is fast enough: " + facts)
                : new PrecisionChoice(Precision.INT4, "4 bits, because " + facts);
    }

    private static double parameters(StackConfig s) {
        double attention = (double) s.width() * s.headDim() * (2 * s.heads() + 2 * s.kvHeads());
        return s.layers() * (attention + 3.0 * s.width() * s.feedForward());
    }

    private static double heads(CsmConfig c) {
        return (double) c.audioVocab() * (c.backbone().width() + (c.codebooks() - 1.0) * c.depth().stack().width());
    }
}
