package studio.parley.convert.safetensors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import studio.parley.problem.Problem;

/**
 * The format of CTranslate2's {@code model.bin}, version 6: a version, the name of the network's class and its revision, then each tensor as name,
 * axes, type and values, then names that stand for others. All numbers are little-endian; texts have a length of 16 bits and end with a zero.
 */
public final class CTranslate2File {
    private static final int VERSION = 6;
    /** Types of values in the order of their numbers. */
    private static final Dtype[] TYPES = {Dtype.F32, Dtype.I8, Dtype.I16, Dtype.I32, Dtype.F16, Dtype.BF16};

    private CTranslate2File() {}

    /**
     * @param network the name of the network's class, such as {@code WhisperSpec}
     */
    public static TensorFile open(Path path, String network) {
        return TensorFile.open(path, (p, bytes) -> new Reader(p, bytes).tensors(network));
    }

    private static final class Reader {
        private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

        private final String path;
        private final MemorySegment bytes;
        private long at;

        Reader(Path path, MemorySegment bytes) {
            this.path = path.toString();
            this.bytes = bytes;
        }

        SequencedMap<String, Entry> tensors(String network) {
            long version = number();
            if (version != VERSION) throw Problem.model(path + " is not a CTranslate2 file of version " + VERSION + ". Convert it again with a current CTranslate2.");
            var is = text();
            if (!is.equals(network)) throw Problem.model(path + " holds a network of the kind " + Header.quoted(is) + ", not " + network + ". Choose another file.");
            number();
            var found = new LinkedHashMap<String, Entry>();
            long count = number();
            for (long i = 0; i < count; i++) {
                var entry = tensor();
                if (found.put(entry.name(), entry) != null) throw CorruptFile.of(path, "tensor " + Header.quoted(entry.name()) + " is there twice");
            }
            long others = number();
            for (long i = 0; i < others; i++) {
                var name = text();
                var meant = found.get(text());
                if (meant == null) throw CorruptFile.of(path, Header.quoted(name) + " stands for a tensor that is missing");
                found.put(name, meant);
            }
            return found;
        }

        private Entry tensor() {
            var name = text();
            var shape = new long[one()];
            for (int i = 0; i < shape.length; i++) shape[i] = number();
            int type = one();
            if (type >= TYPES.length) throw CorruptFile.of(path, "tensor " + Header.quoted(name) + " is of an unknown type");
            long size = number();
            var entry = new Entry(name, TYPES[type], shape, skip(size), at);
            Header.checkLength(path, entry);
            return entry;
        }

        private String text() {
            int length = Short.toUnsignedInt(bytes.get(SHORT, skip(2)));
            long from = skip(length);
            var text = new String(bytes.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
            return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        }

        private long number() {
            return Integer.toUnsignedLong(bytes.get(INT, skip(4)));
        }

        private int one() {
            return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, skip(1)));
        }

        /** The place before so many bytes, which must be there. */
        private long skip(long count) {
            long before = at;
            if (count > bytes.byteSize() - at) throw CorruptFile.of(path, "it is truncated");
            at += count;
            return before;
        }
    }
}
