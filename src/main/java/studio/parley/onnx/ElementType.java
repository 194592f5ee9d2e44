package studio.parley.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.util.Optional;

/** The kinds of number that cross a graph's border. */
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

    static Optional<ElementType> of(OnnxJavaType type) {
        for (var t : values()) if (t.ort == type) return Optional.of(t);
        return Optional.empty();
    }
}
