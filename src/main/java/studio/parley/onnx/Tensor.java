package studio.parley.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers in native memory that a graph reads or writes in place. A tensor made by a factory owns its memory; {@link #as} and {@link #rows}
 * are views that are valid as long as it is. The buffers give direct access to the memory: write, run, read, without copies. Not
 * thread-safe; after {@link #close} neither the tensor nor its views or buffers may be used.
 */
public final class Tensor implements AutoCloseable {
    private final ElementType type;
    private final long[] shape;
    private final MemorySegment memory;
    private final Arena owner;
    private final boolean owns;
    private final OnnxTensor handle;
    private final ByteBuffer bytes;
    private final Map<List<Long>, Tensor> views = new HashMap<>();

    private Tensor(ElementType type, long[] shape, MemorySegment memory, Arena owner, boolean owns) {
        this.type = type;
        this.shape = shape;
        this.memory = memory;
        this.owner = owner;
        this.owns = owns;
        this.bytes = memory.asByteBuffer().order(ByteOrder.nativeOrder());
        this.handle = handle(type, bytes, shape);
    }

    /** Zeros. */
    public static Tensor zeros(ElementType type, long... shape) {
        var owner = Arena.ofShared();
        return new Tensor(type, shape.clone(), NativeMemory.zeroed(size(type, shape), owner), owner, true);
    }

    public static Tensor floats(long... shape) {
        return zeros(ElementType.FLOAT, shape);
    }

    public static Tensor longs(long... shape) {
        return zeros(ElementType.INT64, shape);
    }

    public static Tensor ints(long... shape) {
        return zeros(ElementType.INT32, shape);
    }

    public static Tensor bools(long... shape) {
        return zeros(ElementType.BOOL, shape);
    }

    /** The first numbers of this memory in another shape, which must not need more of them. */
    public Tensor as(long... newShape) {
        return view(0, newShape);
    }

    /** Rows {@code first} to {@code first + count} along the first axis. */
    public Tensor rows(int first, int count) {
        if (first < 0 || count < 1 || first + count > shape[0]) {
            throw new IndexOutOfBoundsException(first + "+" + count + " of " + shape[0]);
        }
        var part = shape.clone();
        part[0] = count;
        return view(first * (memory.byteSize() / shape[0]), part);
    }

    private Tensor view(long offset, long[] part) {
        var key = new java.util.ArrayList<Long>(List.of(offset));
        for (var d : part) key.add(d);
        return views.computeIfAbsent(key, _ -> new Tensor(type, part.clone(), memory.asSlice(offset, size(type, part)), owner, false));
    }

    /** Number of elements. */
    public int count() {
        return Math.toIntExact(memory.byteSize() / type.bytes());
    }

    public FloatBuffer floats() {
        return expect(ElementType.FLOAT).asFloatBuffer();
    }

    public LongBuffer longs() {
        return expect(ElementType.INT64).asLongBuffer();
    }

    public IntBuffer ints() {
        return expect(ElementType.INT32).asIntBuffer();
    }

    /** The raw bytes; a bool is one byte, 0 or 1. */
    public ByteBuffer bytes() {
        return bytes.duplicate().order(ByteOrder.nativeOrder());
    }

    MemorySegment memory() {
        return memory;
    }

    OnnxTensor handle() {
        return handle;
    }

    @Override
    public void close() {
        views.values().forEach(Tensor::close);
        views.clear();
        handle.close();
        if (owns) owner.close();
    }

    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }

    private ByteBuffer expect(ElementType asked) {
        if (type != asked) throw new IllegalStateException(this + " holds no " + asked);
        return bytes.duplicate().order(ByteOrder.nativeOrder());
    }

    private static long size(ElementType type, long[] shape) {
        long n = type.bytes();
        for (var d : shape) {
            if (d < 1) throw new IllegalArgumentException("shape " + Arrays.toString(shape));
            n = Math.multiplyExact(n, d);
        }
        return n;
    }

    private static OnnxTensor handle(ElementType type, ByteBuffer bytes, long[] shape) {
        try {
            var env = OrtEnvironmentHolder.get();
            Buffer typed = switch (type) {
                case FLOAT -> bytes.asFloatBuffer();
                case INT64 -> bytes.asLongBuffer();
                case INT32 -> bytes.asIntBuffer();
                case FLOAT16 -> bytes.asShortBuffer();
                case BOOL -> bytes;
            };
            return switch (typed) {
                case FloatBuffer f -> OnnxTensor.createTensor(env, f, shape);
                case LongBuffer l -> OnnxTensor.createTensor(env, l, shape);
                case IntBuffer i -> OnnxTensor.createTensor(env, i, shape);
                case java.nio.ShortBuffer s -> OnnxTensor.createTensor(env, s, shape, type.ort());
                default -> OnnxTensor.createTensor(env, bytes, shape, type.ort());
            };
        } catch (OrtException e) {
            throw new IllegalStateException("no tensor " + type + Arrays.toString(shape), e);
        }
    }
}
