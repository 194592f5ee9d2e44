package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A thousand frames a second; times in milliseconds. */
class RebufferPolicyTest {
    private final RebufferPolicy policy = new RebufferPolicy();

    private boolean isEnough(long frames, long millis) {
        return policy.isEnough(frames, 1_000, millis * 1_000_000);
    }

    @Test
    void fourFramesOfCsmAreCollectedAndTwiceAsMuchAfterAnUnderrun() {
        for (int frames = 80; frames < 320; frames += 80) assertFalse(isEnough(frames, frames));
        assertTrue(isEnough(320, 320));
        assertTrue(isEnough(1, 400));
        policy.underrun();
        assertTrue(!isEnough(320, 500) && !isEnough(639, 900) && isEnough(640, 1_000));
        policy.underrun();
        assertFalse(isEnough(1_279, 1_100));
        policy.restart();
        assertFalse(isEnough(319, 1_200));
        assertTrue(isEnough(320, 1_300));
    }

    @Test
    void soundThatIsThereIsNotWaitedForAndDoesNotCount() {
        assertTrue(isEnough(10_000, 0));
        assertFalse(isEnough(0, 1));
        policy.underrun();
        assertTrue(!isEnough(319, 2) && isEnough(320, 3));
    }

    /** A line ends with less than is to be collected; a slow model is given more time after every underrun. */
    @Test
    void whatIsThereIsPlayedWhenNothingMoreComes() {
        assertFalse(isEnough(100, 0));
        assertFalse(isEnough(200, 300));
        assertFalse(isEnough(200, 619));
        assertTrue(isEnough(200, 620));
        policy.underrun();
        assertTrue(!isEnough(80, 1_000) && !isEnough(80, 1_639) && isEnough(80, 1_640));
        policy.underrun();
        for (int i = 0; i < 100; i++) assertFalse(isEnough(0, 2_000 + i * 1_000));
    }

    @Test
    void neverMoreThanFiveSeconds() {
        for (int i = 0; i < 10; i++) {
            policy.underrun();
            isEnough(1, i * 100_000);
            isEnough(1, i * 100_000 + 50_000);
        }
        policy.underrun();
        assertFalse(isEnough(4_999, 1_000_000));
        assertTrue(isEnough(5_000, 1_000_000));
    }
}
