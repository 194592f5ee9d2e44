package studio.parley.playback;

/** The status of a source at one position, queried without holding the transport's lock. */
record SourceStatus(AudioSource source, SourcePosition at, long length, long ready, boolean growing) {
    static SourceStatus of(AudioSource source, SourcePosition at) {
        return new SourceStatus(source, at, source.length(), source.readyUntil((long) Math.max(0, at.frame())), source.growing());
    }

    /** The same for a reader who is so many frames ahead of playback. */
    SourceStatus without(int ahead) {
        return !growing && ready >= length ? this : new SourceStatus(source, at, length, ready - ahead, growing);
    }

    /** Audio will arrive at this position that is not there now. */
    boolean unfinished() {
        return ready <= at.frame() && (growing || at.frame() < length);
    }

    /** Frames of the source from here to the first that is not final. */
    long untilReady() {
        return (long) Math.ceil(ready - at.frame());
    }

    /** Frames of final audio from here on; unlimited if all is final. */
    long ahead() {
        return !growing && ready >= length ? Long.MAX_VALUE / 2 : untilReady();
    }
}
