package studio.parley.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProblemTest {
    /** Such as a type of half a million letters in a damaged model. */
    @Test
    void noSentenceIsEndless() {
        for (int shift = 0; shift < 4; shift++) {
            var said = String.valueOf(Problem.input("x".repeat(shift) + "The file is of type " + "\ud83d\ude00".repeat(5000) + "; convert it again.").getMessage());
            assertTrue(said.length() <= 1500 && said.endsWith("; convert it again."), said);
            assertTrue(said.substring(shift).startsWith("The file is of type "), said);
            assertTrue(said.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE), said);
        }
        assertEquals("A file is missing.", Problem.input("A file is missing.").getMessage());
    }
}
