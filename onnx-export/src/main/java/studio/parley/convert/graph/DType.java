package studio.parley.convert.graph;

/** The element types Parley's graphs use, with their numbers in the ONNX schema and their sizes in bytes. */
public enum DType {
    FLOAT(1, 4), UINT8(2, 1), INT32(6, 4), INT64(7, 8), BOOL(9, 1), FLOAT16(10, 2);

    private final int code;
    private final int bytes;

    DType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    public int code() {
        return code;
    }

    public int bytes() {
        return bytes;
    }
}
