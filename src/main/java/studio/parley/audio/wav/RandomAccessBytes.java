package studio.parley.audio.wav;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** Bytes that can be read at any offset: a file, or an array in tests. Not thread-safe. */
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

    static RandomAccessBytes of(FileChannel file) {
        return over(file);
    }

    static RandomAccessBytes of(byte[] bytes) {
        return new RandomAccessBytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long position, ByteBuffer into) throws IOException {
                if (position < 0 || position + into.remaining() > bytes.length) throw new EOFException();
                into.put(bytes, (int) position, into.remaining());
            }
        };
    }

    private static RandomAccessBytes over(SeekableByteChannel channel) {
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
