package studio.parley.playback.device;

import java.util.Optional;

/** Opens a device when sound is first needed; called on the transport's thread. Throws a Problem when there is no way to play. */
@FunctionalInterface
public interface AudioOutFactory {
    /** A device, and what the user should be told about it (that it is not the one they chose, or no sound at all). */
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
