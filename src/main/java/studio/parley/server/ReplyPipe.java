package studio.parley.server;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * From the worker, which writes, to the thread of a client, which takes. The worker never waits, so a slow client delays nobody; what it has not taken
 * yet is bounded by the length of a text.
 */
final class ReplyPipe extends OutputStream {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();

    @Override
    public void write(int b) {
        pieces.add(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        if (count > 0) pieces.add(Arrays.copyOfRange(bytes, from, from + count));
    }

    /** Nothing follows. */
    @Override
    public void close() {
        pieces.add(END);
    }

    /** Waits for the next piece; empty at the end. */
    Optional<byte[]> take() {
        try {
            var piece = pieces.take();
            return piece == END ? Optional.empty() : Optional.of(piece);
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }
}
