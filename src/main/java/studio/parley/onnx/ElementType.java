package studio.parley.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.util.Optional;

/** The element types of a graph's inputs and outputs. */
public enum ElementType {
    FLOAT(4, OnnxJavaType.FLOAT),
    FLOAT16(2, OnnxJavaType.FLOAT16),
    INT64(8, OnnxJavaType.INT64),
    INT32(4, OnnxJavaType.INT32),
    BOOL(1, OnnxJavaType.BOOL);

    private final int bytes;
    private final OnnxJavaType ort;

    ElementType(int bytes, OnnxJavaType ort) {
        this.bytes = bytes;
        this.ort = ort;
    }

    public int bytes() {
        return bytes;
    }

    OnnxJavaType ort() {
        return ort;
    }

    /** ONNXTensorElementDataType of the C interface. */
    int code() {
        return switch (this) {
            case FLOAT -> 1;
            case INT32 -> 6;
            case INT64 -> 7;
            case BOOL -> 9;
            case FLOAT16 -> 10;
        };
    }

    static Optional<ElementType> of(OnnxJavaType type) {
        for (var t : values()) if (t.ort == type) return Optional.of(t);
        return Optional.empty();
    }
}
