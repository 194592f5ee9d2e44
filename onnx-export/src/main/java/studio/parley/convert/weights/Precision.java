package studio.parley.convert.weights;

/** How the matrices of the language networks are stored. Mimi is always fp32, but for COMPACT: int8 throughout, the smallest on disk. */
public enum Precision {
    FP32, FP16, INT8, INT4, COMPACT;

    /** The name used on the command line and in model.json: {@code int4}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
