package studio.parley.playback;

import java.util.Optional;

/** Which device to open, and whether the open one is still the right one. Guarded by the {@link TransportController}. */
final class OutputSelector {
    private AudioOutFactory opener;
    private boolean replace;
    private boolean substitute;
    private String notice = "";

    OutputSelector(AudioOutFactory opener) {
        this.opener = opener;
    }

    AudioOutFactory opener() {
        return opener;
    }

    void choose(AudioOutFactory next) {
        opener = next;
        replace = true;
    }

    /** The open device does not fit any more (another rate). */
    void replace() {
        replace = true;
    }

    /** Playing begins: a device that only stood in for another one is tried anew. */
    void starting() {
        replace |= substitute;
    }

    /** Whether to close the open one; once. */
    boolean takeReplace() {
        boolean now = replace;
        replace = false;
        return now;
    }

    /** What to tell the user, unless it is what they were told last. */
    Optional<String> opened(AudioOutFactory.Opened opened) {
        var before = notice;
        notice = opened.notice().orElse("");
        substitute = !notice.isEmpty();
        return opened.notice().filter(n -> !n.equals(before));
    }
}
