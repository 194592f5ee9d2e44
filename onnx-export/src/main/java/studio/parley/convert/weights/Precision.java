package studio.parley.convert.weights;

/**
 * How the matrices of the language networks are stored. Embedding tables are fp32 or fp16 and Mimi is fp32, except with COMPACT: INT8, and
 * both of them in 8 bits too, the smallest of a small model.
 */
public enum Precision {
    FP32, FP16, INT8, INT4, COMPACT;

    /** The name used on the command line and in model.json: {@code int4}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
