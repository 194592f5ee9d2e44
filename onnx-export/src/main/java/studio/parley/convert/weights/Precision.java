package studio.parley.convert.weights;

/**
 * The storage format of the language networks' matrices. Embedding tables are fp32 or fp16 and Mimi is fp32, except with COMPACT: INT8, and
 * both of them in 8 bits as well, the smallest form of a small model.
 */
public enum Precision {
    FP32, FP16, INT8, INT4, COMPACT;

    /** The name used on the command line and in model.json: {@code int4}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
