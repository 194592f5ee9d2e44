package studio.parley.playback;

/** A read position: a frame of the source, fractional at speeds other than 1, and the range of the route it is in. */
record SourcePosition(double frame, int range) {
    SourcePosition plus(double frames) {
        return frames == 0 ? this : new SourcePosition(frame + frames, range);
    }

    /** The whole frame nearest to it. */
    long whole() {
        return Math.round(frame);
    }
}
