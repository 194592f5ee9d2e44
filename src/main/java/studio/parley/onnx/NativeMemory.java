package studio.parley.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;

/**
 * Zeroed native memory from C's {@code calloc}. Unlike {@link Arena#allocate}, which writes the zeros, large blocks consist of untouched
 * pages: a KV buffer of 2048 positions takes only what has been written to it.
 */
final class NativeMemory {
    private static final long ALIGNMENT = 64;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle CALLOC = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("calloc"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("free"),
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private NativeMemory() {}

    /** Bytes of physical memory; a very large number if unknown. */
    static long installed() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine instanceof com.sun.management.OperatingSystemMXBean known ? known.getTotalMemorySize() : Long.MAX_VALUE;
    }

    /** {@code bytes} zero bytes, aligned to a cache line, freed when {@code owner} closes. */
    static MemorySegment zeroed(long bytes, Arena owner) {
        var whole = calloc(Math.addExact(Math.max(bytes, 1), ALIGNMENT));
        if (whole.address() == 0) throw new OutOfMemoryError("no native memory for " + bytes + " bytes");
        var address = whole.address();
        var owned = whole.reinterpret(bytes + ALIGNMENT, owner, NativeMemory::free);
        var skip = (ALIGNMENT - address % ALIGNMENT) % ALIGNMENT;
        return owned.asSlice(skip, bytes);
    }

    private static MemorySegment calloc(long bytes) {
        try {
            return (MemorySegment) CALLOC.invokeExact(bytes, 1L);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void free(MemorySegment block) {
        try {
            FREE.invokeExact(block);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
