package studio.parley.convert.safetensors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The format of Hugging Face's safetensors: the length of a header, the header as JSON, the values. */
public final class SafetensorsFile {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private SafetensorsFile() {}

    public static TensorFile open(Path path) {
        return TensorFile.open(path, SafetensorsFile::tensors);
    }

    private static SequencedMap<String, Entry> tensors(Path path, MemorySegment bytes) {
        long header = bytes.byteSize() < 8 ? -1 : bytes.get(LONG, 0);
        if (header < 2 || header > bytes.byteSize() - 8) throw CorruptFile.of(path.toString(), "it is truncated or not a safetensors file");
        if (header > Header.LONGEST) throw CorruptFile.of(path.toString(), "its header takes " + header + " bytes, more than any speech model needs");
        var json = bytes.asSlice(8, header).toArray(ValueLayout.JAVA_BYTE);
        var found = new LinkedHashMap<String, Entry>();
        Header.parse(path.toString(), json, bytes.byteSize() - 8 - header).forEach((name, e) -> found.put(name, e.moved(8 + header)));
        return found;
    }
}
