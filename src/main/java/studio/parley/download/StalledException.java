package studio.parley.download;

import java.io.IOException;

/** No byte arrived for too long. */
final class StalledException extends IOException {
    private static final long serialVersionUID = 1;

    StalledException() {
        super("no data for a while");
    }
}
