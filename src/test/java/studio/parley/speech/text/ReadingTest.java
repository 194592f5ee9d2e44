package studio.parley.speech.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.speech.model.ModelInfo;
import studio.parley.tokenizer.Tokenizer;

class ReadingTest {
    @Test
    void onlyModelsThatAskForItGetWords() {
        assertEquals(Reading.ENGLISH_WORDS, ModelInfo.read(Path.of("assets/voice")).reading());
        assertEquals(Reading.AS_WRITTEN, ModelInfo.read(Path.of("src/test/resources/test-model")).reading());
        assertEquals(Reading.AS_WRITTEN, Reading.of("esperanto"));
        assertEquals("5 %, 日", Reading.AS_WRITTEN.spoken("5 %, 日"));
        assertEquals(Optional.empty(), Reading.AS_WRITTEN.notice("Line 1", "日"));
        assertEquals(Optional.of("Line 1 contains characters that the model cannot say (日). Write them as words."), Reading.ENGLISH_WORDS.notice("Line 1", "5 日"));
    }

    @Test
    void aTextOfSignsAloneSaysNothing() {
        for (var reading : Reading.values()) {
            assertEquals(false, reading.saysSomething("\ud83d\ude42 ?! \u2026"));
            assertEquals(true, reading.saysSomething("Yes \ud83d\ude42"));
            assertEquals(true, reading.saysSomething("5 \u20ac"));
        }
        assertEquals(true, Reading.AS_WRITTEN.saysSomething("\u65e5\u672c"));
        assertEquals(false, Reading.ENGLISH_WORDS.saysSomething("\u65e5\u672c"));
    }

    @Test
    void thePromptHoldsWhatIsRead() {
        try (var tokenizer = Tokenizer.open(Path.of("assets/voice/tokenizer.json"))) {
            var words = new SegmentTokenCache(tokenizer, Reading.ENGLISH_WORDS);
            assertArrayEquals(tokenizer.segment(1, "five percent"), words.of(1, "5 %"));
            assertArrayEquals(tokenizer.segment(1, "5 %"), new SegmentTokenCache(tokenizer, Reading.AS_WRITTEN).of(1, "5 %"));
        }
    }
}
