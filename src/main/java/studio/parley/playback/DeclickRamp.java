package studio.parley.playback;

/** Straight ramps of some milliseconds against clicks where playing begins inside a sound or one sound gives way to another. */
final class DeclickRamp {
    private DeclickRamp() {}

    /** The first {@code frames} rise from nothing; in place. */
    static void in(float[] x, int frames) {
        for (int i = 0; i < Math.min(frames, x.length); i++) x[i] *= (i + 0.5f) / frames;
    }

    /** The last {@code frames} fall to nothing; in place. */
    static void out(float[] x, int frames) {
        for (int i = 0; i < Math.min(frames, x.length); i++) x[x.length - 1 - i] *= (i + 0.5f) / frames;
    }

    /** From {@code old} over to {@code x} within the first {@code frames}; in place, exact where both are equal. */
    static void across(float[] old, float[] x, int frames) {
        for (int i = 0; i < Math.min(frames, x.length); i++) {
            if (old[i] != x[i]) x[i] = old[i] + (x[i] - old[i]) * (i + 0.5f) / frames;
        }
    }
}
