package studio.parley.render;

/** Derives seeds of lines and takes from one seed: the same script and seed give the same conversation in a script and in a project. */
public final class SeedDerivation {
    private SeedDerivation() {}

    /** The seed of take {@code take} (from 0) of the line with this id. */
    public static long of(long seed, String line, int take) {
        return of(seed, line.hashCode(), take, 0);
    }

    /** The seed of take {@code take} of a line with a fixed seed, which the first take uses. */
    public static long fixed(long seed, int take) {
        return take == 0 ? seed : of(seed, 0, take, 0);
    }

    /** The seed for the {@code attempt}th repetition of a take. */
    static long again(long seed, int attempt) {
        return of(seed, 0, 0, attempt);
    }

    /** The seed for the {@code attempt}th take, from 1, in place of one with other words than its text. */
    public static long otherWords(long seed, int attempt) {
        return of(seed, 0, 1, attempt);
    }

    static long of(long seed, int line, int take, int attempt) {
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
