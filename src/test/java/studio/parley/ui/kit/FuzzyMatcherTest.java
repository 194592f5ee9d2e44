package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FuzzyMatcherTest {
    @Property(tries = 300)
    void whateverIsInTheTextFits(@ForAll @AlphaChars @StringLength(min = 1, max = 30) String text, @ForAll @IntRange(max = 29) int from, @ForAll @IntRange(max = 30) int to) {
        int a = Math.min(Math.min(from, to), text.length());
        int b = Math.min(Math.max(from, to), text.length());
        assertTrue(FuzzyMatcher.score(text.substring(a, b), text).isPresent());
    }

    /** Whatever is typed: it fits just those texts that have each word's letters in order. */
    @Property(tries = 300)
    void whatFitsHasTheLettersInOrder(@ForAll String query, @ForAll String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        boolean all = Arrays.stream(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(word -> {
            int found = 0;
            for (int i = 0; i < lower.length() && found < word.length(); i++) if (lower.charAt(i) == word.charAt(found)) found++;
            return found == word.length();
        });
        assertEquals(all, FuzzyMatcher.score(query, text).isPresent());
    }

    @Test
    void beginningsOfWordsComeFirst() {
        assertTrue(FuzzyMatcher.score("rs", "Render stale").getAsInt() > FuzzyMatcher.score("rs", "Larger smaller").getAsInt());
        assertTrue(FuzzyMatcher.score("save", "Save as").getAsInt() > FuzzyMatcher.score("save", "Autosave").getAsInt());
        assertEquals(OptionalInt.empty(), FuzzyMatcher.score("xyz", "Save as"));
        assertEquals(OptionalInt.of(0), FuzzyMatcher.score("  ", "Save as"));
    }

    private static void first(String query, String better, String worse) {
        assertTrue(FuzzyMatcher.score(query, better).getAsInt() > FuzzyMatcher.score(query, worse).getAsInt(), query + ": " + better + " before " + worse);
    }

    @Test
    void theStartOfAWordIsWorthMoreThanAPlaceFurtherAhead() {
        first("as", "Save the project as", "Last line");
        first("ex", "Play and then export", "Next take");
        first("line", "Choose a line", "Outline all");
        first("re", "Preferences: render", "Prepare more");
    }

    @Test
    void aWordInOnePieceBeatsItsLettersApart() {
        first("take", "Next take", "Toggle all kept edits");
        first("stem", "Export stems", "Show the emphasis");
        first("ar", "Clear", "Cancel drawer");
    }

    @Test
    void allWordsCountInAnyOrder() {
        assertEquals(FuzzyMatcher.score("save project", "Save the project"), FuzzyMatcher.score("project save", "Save the project"));
        assertEquals(OptionalInt.empty(), FuzzyMatcher.score("save xyz", "Save the project"));
        first("save project", "Save the project", "Save the proof reject");
        assertEquals(FuzzyMatcher.score("SAVE", "save"), FuzzyMatcher.score("save", "SAVE"));
    }
}
