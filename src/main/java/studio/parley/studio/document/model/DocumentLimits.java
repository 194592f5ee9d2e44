package studio.parley.studio.document.model;

import studio.parley.audio.dsp.TimeStretch;

/** The limits of document values; beyond them a file is damaged or a caller is wrong. */
public final class DocumentLimits {
    public static final double LOUDEST_DB = 24;
    public static final double QUIETEST_DB = -60;
    /** 500 hours, like times in scripts. */
    public static final int LONGEST = 1_800_000_000;

    /** How often a line is rendered again, at most. */
    public static final int MOST_RETRIES = 9;

    private DocumentLimits() {}

    static void retries(int most) {
        if (most < 0 || most > MOST_RETRIES) throw new IllegalArgumentException(most + " retries");
    }

    static void gain(double db) {
        if (!(db >= QUIETEST_DB && db <= LOUDEST_DB)) throw new IllegalArgumentException("gain of " + db + " dB");
    }

    static void speed(double times) {
        if (!(times >= TimeStretch.SLOWEST && times <= TimeStretch.FASTEST)) throw new IllegalArgumentException("speed of " + times);
    }

    static void millis(int... times) {
        for (int t : times) if (t < 0 || t > LONGEST) throw new IllegalArgumentException(t + " ms");
    }
}
