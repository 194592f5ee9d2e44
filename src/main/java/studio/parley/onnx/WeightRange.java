package studio.parley.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.parley.problem.Cancellation;

/**
 * The location of a weight's values.
 *
 * @param type ONNX's number of the element type
 */
record WeightRange(String name, int type, Path file, long offset, long length) {
    private static final int FLOAT = 1;
    private static final int FLOAT16 = 10;
    private static final int BFLOAT16 = 16;
    private static final int PIECE = 1 << 24;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Whether a value is NaN. (Infinite ones are used as masks.) */
    boolean hasNaN() throws IOException {
        if (type != FLOAT && type != FLOAT16 && type != BFLOAT16) return false;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ); var arena = Arena.ofConfined()) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, offset, length, arena);
            for (long at = 0; at < length; at += PIECE) {
                Cancellation.stopIfWished();
                var piece = bytes.asSlice(at, Math.min(PIECE, length - at));
                if (type == FLOAT ? wide(piece) : narrow(piece, type == FLOAT16 ? 0x7c00 : 0x7f80)) return true;
            }
            return false;
        }
    }

    private static boolean wide(MemorySegment bytes) {
        boolean found = false;
        for (long i = 0; i + 4 <= bytes.byteSize(); i += 4) found |= (bytes.get(INT, i) & 0x7fffffff) > 0x7f800000;
        return found;
    }

    private static boolean narrow(MemorySegment bytes, int infinity) {
        boolean found = false;
        for (long i = 0; i + 2 <= bytes.byteSize(); i += 2) found |= (bytes.get(SHORT, i) & 0x7fff) > infinity;
        return found;
    }
}
