package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CounterRngTest {
    @Test
    void numbersAreUniformAndUncorrelated() {
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        double neighbours = 0;
        var one = new CounterRng(1);
        var two = new CounterRng(2);
        double seeds = 0;
        for (int i = 0; i < n; i++) {
            var u = one.at(i);
            assertTrue(u >= 0 && u < 1);
            sum += u;
            squares += u * u;
            neighbours += (u - 0.5) * (one.at(i + 1) - 0.5);
            seeds += (u - 0.5) * (two.at(i) - 0.5);
        }
        assertEquals(0.5, sum / n, 0.003);
        assertEquals(1 / 3.0, squares / n, 0.003);
        assertEquals(0, neighbours / n, 0.001);
        assertEquals(0, seeds / n, 0.001);
    }

    /** Java's SplittableRandom is SplitMix64 too: after its seed is mixed as ours is, both walk the same numbers. */
    @Test
    void placesAreThoseOfSplitMix64() {
        long seed = 42;
        long z = seed;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        var java = new SplittableRandom(z ^ (z >>> 31));
        var ours = new CounterRng(seed);
        for (int i = 0; i < 100; i++) assertEquals((java.nextLong() >>> 40) * 0x1p-24f, ours.at(i));
    }
}
