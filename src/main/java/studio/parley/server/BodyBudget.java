package studio.parley.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/** How much memory the bodies of all requests may take together. Thread-safe. */
final class BodyBudget {
    private static final int UNIT = 1 << 10;
    private static final int ALL = 256 << 10;

    private final Semaphore units = new Semaphore(ALL);

    /** What needs a body. */
    interface Use {
        void with(byte[] body) throws IOException;
    }

    /**
     * Reads a body and keeps its share of the budget while it is used.
     *
     * @param announced its length, if the client said so
     * @param most bytes
     */
    void read(InputStream in, OptionalLong announced, int most, Use use) throws IOException {
        if (announced.orElse(0) > most) throw tooLarge(most);
        int share = (int) (announced.orElse(most) / UNIT) + 1;
        if (!units.tryAcquire(share)) throw ApiError.busy(5, "Too many large requests are being read. Try again in 5 s.");
        try {
            use.with(TimeLimit.within(ApiExchange.PATIENCE, () -> bytes(in, most)));
        } finally {
            units.release(share);
        }
    }

    private static byte[] bytes(InputStream in, int most) throws IOException {
        var out = new ByteArrayOutputStream();
        var piece = new byte[1 << 14];
        for (int n; (n = in.read(piece)) >= 0;) {
            out.write(piece, 0, n);
            if (out.size() > most) throw tooLarge(most);
        }
        return out.toByteArray();
    }

    private static ApiError tooLarge(int most) {
        return ApiError.request(413, "request_too_large", "The request is larger than " + (most >> 20) + " MB. Send less.");
    }
}
