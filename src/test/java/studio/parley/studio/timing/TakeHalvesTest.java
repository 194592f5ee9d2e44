package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TakeHalvesTest {
    @Test
    void onlyWhatTheTakeSaysBelongsToIt() {
        assertEquals(new TakeHalves("One", "two"), TakeHalves.of("One two", "One two", "One", "two"));
        assertEquals(new TakeHalves("One", "two"), TakeHalves.of("One two", "One three", "One", "three"));
        assertEquals(new TakeHalves("One", "two"), TakeHalves.of("One two", "Four two", "Four", "two"));
        assertEquals(new TakeHalves("One two", "One two"), TakeHalves.of("One two", "Four three", "Four", "three"));
        assertEquals(new TakeHalves("Oneness two", "Oneness two"), TakeHalves.of("Oneness two", "One", "One", "x"), "half a word is another word");
    }
}
