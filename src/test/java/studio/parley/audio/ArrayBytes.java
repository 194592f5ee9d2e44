package studio.parley.audio;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import studio.parley.audio.wav.RandomAccessBytes;

/** A file that is an array. */
public record ArrayBytes(byte[] all) implements RandomAccessBytes {
    @Override
    public long size() {
        return all.length;
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException {
        if (position < 0 || position + into.remaining() > all.length) throw new EOFException();
        into.put(all, (int) position, into.remaining());
    }
}
