package studio.parley.playback.device;

import java.util.Optional;

/** Opens a device on first use; called on the transport's thread. Throws a Problem if playback is not possible. */
@FunctionalInterface
public interface AudioOutFactory {
    /** A device, and a notice for the user (that it is not the chosen one, or that there is no output). */
    record Opened(AudioOut out, Optional<String> notice) {
        public Opened(AudioOut out) {
            this(out, Optional.empty());
        }
    }

    Opened open(int rate);

    /** Always this one, for tests and auditions. */
    static AudioOutFactory of(AudioOut out) {
        return _ -> new Opened(out);
    }
}
