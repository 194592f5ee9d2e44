package studio.parley.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * ONNX Runtime's C interface, for what its Java classes do not offer: binding device memory and keeping the environment alive. Functions
 * are found by their index in the table of version 29 ({@code OrtApi} in onnxruntime_c_api.h), which never changes once published; handles
 * are those of the official classes.
 */
final class OrtCApi {
    static final int CREATE_ENV = 3;
    static final int CREATE_TENSOR = 48;
    static final int CREATE_TENSOR_WITH_DATA = 49;
    static final int TENSOR_DATA = 51;
    static final int CREATE_MEMORY_INFO = 68;
    static final int RELEASE_MEMORY_INFO = 94;
    static final int RELEASE_VALUE = 96;
    static final int CREATE_ALLOCATOR = 131;
    static final int RELEASE_ALLOCATOR = 132;
    static final int RUN_WITH_BINDING = 133;
    static final int CREATE_IO_BINDING = 134;
    static final int RELEASE_IO_BINDING = 135;
    static final int BIND_INPUT = 136;
    static final int BIND_OUTPUT = 137;
    static final int SYNCHRONIZE_OUTPUTS = 203;
    private static final int ERROR_MESSAGE = 2;
    private static final int RELEASE_STATUS = 93;
    private static final int VERSION = 29;
    private static final int FUNCTIONS = 420;
    private static final Linker LINKER = Linker.nativeLinker();

    private final MemorySegment table;
    private final Map<Integer, MethodHandle> found = new ConcurrentHashMap<>();

    private OrtCApi(MemorySegment table) {
        this.table = table;
    }

    private static final class Holder {
        static final OrtCApi API = load();
    }

    /** The environment must have been started, since that loads the library. */
    static OrtCApi get() {
        return Holder.API;
    }

    private static OrtCApi load() {
        try {
            var symbol = SymbolLookup.loaderLookup().findOrThrow("OrtGetApiBase");
            var getBase = LINKER.downcallHandle(symbol, FunctionDescriptor.of(ADDRESS));
            var base = ((MemorySegment) getBase.invokeExact()).reinterpret(ADDRESS.byteSize() * 2);
            var getApi = LINKER.downcallHandle(base.get(ADDRESS, 0), FunctionDescriptor.of(ADDRESS, JAVA_INT));
            var table = (MemorySegment) getApi.invokeExact(VERSION);
            if (table.address() == 0) throw new IllegalStateException("ONNX Runtime has no C interface of version " + VERSION);
            return new OrtCApi(table.reinterpret(FUNCTIONS * ADDRESS.byteSize()));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Calls function {@code place} of the table, which returns a status; throws if it is not a success. */
    void call(int place, Object... arguments) {
        var status = (MemorySegment) invoke(place, ADDRESS, arguments);
        if (status.address() == 0) return;
        var message = ((MemorySegment) invoke(ERROR_MESSAGE, ADDRESS, status)).reinterpret(4096).getString(0);
        release(RELEASE_STATUS, status);
        throw new NativeFailure(message.replaceAll("\\s+", " ").strip());
    }

    /** As {@link #call} for a function whose last parameter receives a handle. */
    MemorySegment make(int place, Object... arguments) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ADDRESS);
            var all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = out;
            call(place, all);
            return out.get(ADDRESS, 0);
        }
    }

    void release(int place, MemorySegment handle) {
        invoke(place, null, handle);
    }

    private Object invoke(int place, @org.jspecify.annotations.Nullable MemoryLayout result, Object... arguments) {
        try {
            return found.computeIfAbsent(place, _ -> link(place, result, arguments)).invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private MethodHandle link(int place, @org.jspecify.annotations.Nullable MemoryLayout result, Object... arguments) {
        var layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer _ -> JAVA_INT;
                case Long _ -> java.lang.foreign.ValueLayout.JAVA_LONG;
                default -> ADDRESS;
            };
        }
        return LINKER.downcallHandle(table.getAtIndex(ADDRESS, place),
                result == null ? FunctionDescriptor.ofVoid(layouts) : FunctionDescriptor.of(result, layouts));
    }

    /** The native object behind one of the official classes. */
    static MemorySegment handle(Object official) {
        for (Class<?> c = official.getClass(); c != null; c = c.getSuperclass()) {
            try {
                Field f = c.getDeclaredField("nativeHandle");
                f.setAccessible(true);
                return MemorySegment.ofAddress(f.getLong(official));
            } catch (NoSuchFieldException e) {
                // One of the superclasses declares it.
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalArgumentException(official.getClass() + " has no native handle");
    }
}
