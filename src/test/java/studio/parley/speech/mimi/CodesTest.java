package studio.parley.speech.mimi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.speech.StopRule;

class CodesTest {
    private static final Codes THREE = Codes.of(2, List.of(new int[] {1, 2}, new int[] {3, 65_535}, new int[] {0, 4}));

    @Test
    void framesComeBackAsTheyWentIn() {
        assertEquals(3, THREE.frames());
        assertEquals(2, THREE.codebooks());
        assertArrayEquals(new int[] {3, 65_535}, THREE.frame(1));
        assertEquals(4, THREE.at(2, 1));
        assertEquals(Codes.of(2, List.of(new int[] {3, 65_535})), THREE.slice(1, 2));
        assertEquals(Codes.none(2), THREE.slice(3, 3));
        assertThrows(IllegalArgumentException.class, () -> Codes.of(2, List.of(new int[] {1, 2}, new int[] {1})));
    }

    @Test
    void equalIsWhatSoundsTheSame() {
        var same = Codes.of(2, List.of(new int[] {1, 2}, new int[] {3, 65_535}, new int[] {0, 4}));
        assertEquals(THREE, same);
        assertEquals(THREE.hashCode(), same.hashCode());
        assertNotEquals(THREE, THREE.slice(0, 2));
        assertNotEquals(THREE, Codes.of(2, List.of(new int[] {1, 2}, new int[] {3, 65_535}, new int[] {0, 5})));
        assertNotEquals(Codes.of(2, List.of(new int[] {1, 2})), Codes.of(1, List.of(new int[] {1}, new int[] {2})));
        assertNotEquals(THREE, "codes");
    }

    /** Sesame ends at a frame of zeros only; transformers does not look at the last code, and keeps such a frame. */
    @Test
    void whichFrameEndsALine() {
        assertTrue(StopRule.ALL_ZERO.ends(new int[] {0, 0, 0}) && StopRule.TRANSFORMERS.ends(new int[] {0, 0, 0}));
        assertFalse(StopRule.ALL_ZERO.ends(new int[] {0, 0, 7}));
        assertTrue(StopRule.TRANSFORMERS.ends(new int[] {0, 0, 7}));
        assertFalse(StopRule.TRANSFORMERS.ends(new int[] {0, 7, 0}) || StopRule.ALL_ZERO.ends(new int[] {7, 0, 0}));
        assertTrue(StopRule.TRANSFORMERS.keeps(new int[] {0, 0, 7}));
        assertFalse(StopRule.TRANSFORMERS.keeps(new int[] {0, 0, 0}) || StopRule.ALL_ZERO.keeps(new int[] {0, 0, 7}));
    }
}
