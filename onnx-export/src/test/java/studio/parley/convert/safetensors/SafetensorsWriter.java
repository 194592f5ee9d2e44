package studio.parley.convert.safetensors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes safetensors for the tests, in the order of the map, in any of the four floating types. */
public final class SafetensorsWriter {
    private SafetensorsWriter() {}

    /** A tensor to write: row-major values and their shape. */
    public record Values(float[] values, long... shape) {}

    public static void write(Path file, Map<String, Values> tensors, Dtype dtype) {
        try {
            Files.write(file, bytes(tensors, dtype));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Map<String, Values> tensors, Dtype dtype) {
        var data = new ByteArrayOutputStream();
        var header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        tensors.forEach((name, t) -> {
            int begin = data.size();
            data.writeBytes(encode(t.values(), dtype));
            var shape = Arrays.stream(t.shape()).mapToObj(Long::toString).collect(Collectors.joining(","));
            header.append(",\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}".formatted(name, dtype, shape, begin,
                    data.size()));
        });
        return file(header.append("}").toString(), data.toByteArray());
    }

    /** A file with any header, sound or not. */
    static byte[] file(String header, byte[] data) {
        var json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).put(data)
                .array();
    }

    private static byte[] encode(float[] values, Dtype dtype) {
        var out = ByteBuffer.allocate(values.length * dtype.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (var v : values) {
            switch (dtype) {
                case F32 -> out.putFloat(v);
                case F64 -> out.putDouble(v);
                case F16 -> out.putShort(Float.floatToFloat16(v));
                case BF16 -> out.putShort((short) (Float.floatToRawIntBits(v) >>> 16));
                default -> throw new IllegalArgumentException(dtype.name());
            }
        }
        return out.array();
    }
}
