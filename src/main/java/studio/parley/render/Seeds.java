package studio.parley.render;

/** Seeds for lines and takes, from one seed for the whole: the same script and seed give the same conversation. */
public final class Seeds {
    private Seeds() {}

    /** The seed of take {@code take} (from 0) of line {@code line} (from 0), attempt {@code attempt} (from 0). */
    public static long of(long seed, int line, int take, int attempt) {
        return mix(mix(mix(seed) + line) + take * 1_000_003L + attempt * 7_777_777_777L);
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood 2014). */
    private static long mix(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
