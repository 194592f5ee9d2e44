package studio.parley.audio.wav;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes that can be read at any offset: a file. Not thread-safe. */
public interface RandomAccessBytes {
    long size() throws IOException;

    /** Fills {@code into} from {@code position}; {@link EOFException} if there are not enough bytes. */
    void read(long position, ByteBuffer into) throws IOException;

    default byte[] bytes(long position, int count) throws IOException {
        var out = new byte[count];
        read(position, ByteBuffer.wrap(out));
        return out;
    }

    /** The first bytes, fewer if the source is shorter. */
    default byte[] head(int count) throws IOException {
        return bytes(0, (int) Math.min(count, size()));
    }

    static RandomAccessBytes of(byte[] memory) {
        return new RandomAccessBytes() {
            @Override
            public long size() {
                return memory.length;
            }

            @Override
            public void read(long position, ByteBuffer into) throws IOException {
                if (position < 0 || position + into.remaining() > memory.length) throw new EOFException();
                into.put(memory, (int) position, into.remaining());
            }
        };
    }

    static RandomAccessBytes of(FileChannel channel) {
        return new RandomAccessBytes() {
            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public void read(long position, ByteBuffer into) throws IOException {
                channel.position(position);
                while (into.hasRemaining()) if (channel.read(into) < 0) throw new EOFException();
            }
        };
    }
}
