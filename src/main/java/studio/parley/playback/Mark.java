package studio.parley.playback;

/** A place of the reading head: a frame of the source, between frames at other speeds than 1, and the span of the route it is in. */
record Mark(double frame, int span) {
    Mark plus(double frames) {
        return frames == 0 ? this : new Mark(frame + frames, span);
    }

    /** The whole frame nearest to it. */
    long whole() {
        return Math.round(frame);
    }
}
