package studio.parley.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DepartureTest {
    private static final List<String> WORDS = List.of("Now", "I", "saw,", "a", "bee.");

    private static String missing(int k) {
        return Departure.missing(WORDS, k).stream().map(d -> String.join(" ", d.applied(WORDS))).findFirst().orElse("");
    }

    @Test
    void whatIsLeftIsASentence() {
        assertEquals("I saw, a bee.", missing(0));
        assertEquals("Now I a bee.", missing(2));
        assertEquals("Now I saw, a.", missing(4));
        assertEquals(List.of(), Departure.missing(List.of("No."), 0));
        assertEquals("B.", String.join(" ", Departure.missing(List.of("A", "b."), 0).getFirst().applied(List.of("A", "b."))));
    }

    @Test
    void marksStayWhereTheyAre() {
        assertEquals("Now I saw saw, a bee.", String.join(" ", Departure.repeated(WORDS, 2).applied(WORDS)));
        assertEquals("Now now I saw, a bee.", String.join(" ", Departure.repeated(WORDS, 0).applied(WORDS)));
        assertEquals("I I'm", String.join(" ", List.of("I", Departure.repeated(List.of("I'm"), 0).said().getLast())));
        assertEquals("Now I a, saw bee.", String.join(" ", Departure.swapped(WORDS, 2).applied(WORDS)));
        assertEquals("I now saw, a bee.", String.join(" ", Departure.swapped(WORDS, 0).applied(WORDS)));
        assertEquals("Now I saw, bee a.", String.join(" ", Departure.swapped(WORDS, 3).applied(WORDS)));
    }
}
