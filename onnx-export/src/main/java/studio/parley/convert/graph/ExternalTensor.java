package studio.parley.convert.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import studio.parley.convert.onnx.Onnx.StringStringEntryProto;
import studio.parley.convert.onnx.Onnx.TensorProto;
import studio.parley.convert.onnx.Onnx.TensorProto.DataLocation;

/** A tensor in a weight file: {@code length} bytes from {@code offset}. */
public record ExternalTensor(String key, String file, DType type, List<Long> dims, long offset, long length) {
    ExternalTensor(String key, String file, DType type, long[] dims, long offset) {
        this(key, file, type, LongStream.of(dims).boxed().toList(), offset, bytes(type, dims));
    }

    static long bytes(DType type, long... dims) {
        return Arrays.stream(dims).reduce(type.bytes(), Math::multiplyExact);
    }

    /** Rows {@code from} to {@code to} of the first dimension, as a separate tensor over the same bytes. */
    public ExternalTensor rows(long from, long to) {
        long row = length / dims.getFirst();
        var part = dims.stream().mapToLong(d -> d).toArray();
        part[0] = to - from;
        return new ExternalTensor(key + "[" + from + ":" + to + "]", file, type, part, offset + from * row);
    }

    /** The same bytes in another shape. */
    public ExternalTensor as(long... shape) {
        if (bytes(type, shape) != length) throw new IllegalArgumentException(key + " has another size");
        return new ExternalTensor(key, file, type, shape, offset);
    }

    TensorProto proto() {
        return TensorProto.newBuilder().setName(key).setDataType(type.code()).addAllDims(dims).setDataLocation(DataLocation.EXTERNAL)
                .addExternalData(entry("location", file))
                .addExternalData(entry("offset", Long.toString(offset)))
                .addExternalData(entry("length", Long.toString(length))).build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
