package studio.parley.speech;

/**
 * Uniform numbers in [0,1) determined by a seed: SplitMix64 (Steele, Lea, Flood 2014), read by index instead of in sequence. Code {@code k}
 * of frame {@code f} always uses number {@code f * K + k}, however rows are batched or resumed.
 */
record CounterRng(long seed) {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    float at(long place) {
        return (mix(mix(seed) + (place + 1) * GOLDEN) >>> 40) * 0x1p-24f;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
