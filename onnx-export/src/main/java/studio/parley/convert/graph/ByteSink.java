package studio.parley.convert.graph;

import java.nio.ByteBuffer;

/** The destination of the bytes of one stored tensor, in order. */
public interface ByteSink {
    /** Takes all remaining bytes, which are little-endian. */
    void put(ByteBuffer bytes);
}
