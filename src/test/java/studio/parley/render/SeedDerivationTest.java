package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.mimi.Codes;

/** What a recipe is made of must stay what it is: a project of last year is spoken the same way again. */
class SeedDerivationTest {
    /** Java's own SplitMix64. */
    private static long mix(long z) {
        return new SplittableRandom(z).nextLong();
    }

    @Property
    void seedsAreThoseOfSplitMix(@ForAll long seed, @ForAll int line, @ForAll short take, @ForAll byte attempt) {
        assertEquals(mix(mix(mix(seed) + line) + take * 1_000_003L + attempt * 7_777_777_777L), SeedDerivation.of(seed, line, take, attempt));
    }

    @Test
    void linesTakesAndAttemptsNeverShareOne() {
        var seeds = new HashSet<Long>();
        for (int line = 0; line < 100; line++) for (int take = 0; take < 16; take++) for (int attempt = 0; attempt < 4; attempt++) {
            seeds.add(SeedDerivation.of(1, line, take, attempt));
        }
        assertEquals(6400, seeds.size());
    }

    /** As {@code sha256sum} says of "1:a1:b" and so on. */
    @Test
    void namesAreSha256OfLengthsAndTexts() {
        assertEquals("facdde7abf1eac5b301273ab2e282f79", ContextHash.of(List.of("a", "b")));
        assertEquals("9ca0673090412528a216f4e0d8e40c85", ContextHash.of(List.of("éa", "")));
        assertNotEquals(ContextHash.of(List.of("ab", "c")), ContextHash.of(List.of("a", "bc")));
    }

    @Test
    void whatWasHeardIsNamedByWhoWhatAndTheCodes() {
        assertEquals("c48485880f4b9cccfd6f16002447e637", ContextHash.of(ContextTurn.spoken(7, "Hi.", Codes.of(2, List.of(new int[] {1, 2000}, new int[] {2, 3})))));
    }
}
