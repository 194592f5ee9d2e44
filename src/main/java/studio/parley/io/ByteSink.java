package studio.parley.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** What an encoder writes to: a file ({@link AtomicFile}), memory, or a stream. One thread at a time. */
public interface ByteSink extends AutoCloseable {
    /** Appends the buffer's bytes. */
    void write(ByteBuffer bytes);

    /** Appends the first {@code count} bytes. */
    default void write(byte[] bytes, int count) {
        write(ByteBuffer.wrap(bytes, 0, count));
    }

    /** Overwrites earlier bytes, for headers that depend on the length; a stream keeps what was sent, which must be valid too. */
    void patch(long at, ByteBuffer bytes);

    /** Completes what was written. */
    void commit();

    @Override
    void close();

    /** Sends every piece on at once; an {@link IOException} of the stream is thrown unchecked. Neither closes the stream. */
    static ByteSink of(OutputStream stream) {
        return new ByteSink() {
            @Override
            public void write(ByteBuffer bytes) {
                var piece = new byte[bytes.remaining()];
                bytes.get(piece);
                try {
                    stream.write(piece);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void patch(long at, ByteBuffer bytes) {}

            @Override
            public void commit() {}

            @Override
            public void close() {}
        };
    }

    /** Collects everything in memory. */
    final class Memory extends ByteArrayOutputStream implements ByteSink {
        @Override
        public void write(ByteBuffer bytes) {
            var piece = new byte[bytes.remaining()];
            bytes.get(piece);
            writeBytes(piece);
        }

        @Override
        public void write(byte[] bytes, int count) {
            write(bytes, 0, count);
        }

        @Override
        public void patch(long at, ByteBuffer bytes) {
            bytes.get(buf, (int) at, bytes.remaining());
        }

        @Override
        public void commit() {}

        @Override
        public void close() {}
    }
}
