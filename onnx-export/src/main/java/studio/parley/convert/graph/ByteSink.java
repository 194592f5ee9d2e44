package studio.parley.convert.graph;

import java.nio.ByteBuffer;

/** Where the bytes of one stored tensor go, in order. */
public interface ByteSink {
    /** Takes all remaining bytes, which are little-endian. */
    void put(ByteBuffer bytes);
}
