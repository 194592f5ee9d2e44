package studio.parley.convert.checkpoint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.convert.checkpoint.TinyJson;
import studio.parley.golden.Golden;
import studio.parley.problem.Problem;

class PublishedTokenizerTest {
    @TempDir
    Path folder;

    @Test
    void boundariesAreTransformersOwn() {
        var found = PublishedTokenizer.find(Golden.folder("tiny-a"), null, 1 << 20);
        var alone = PublishedTokenizer.find(folder, Golden.folder("tiny-a-sesame", "tokenizer.json"), 1 << 20);
        assertEquals(320, found.bos());
        assertEquals(321, found.eos());
        assertEquals(found.bos(), alone.bos());
        assertEquals(found.eos(), alone.eos());
    }

    @Test
    void theTokenizersSettingsComeBeforeUsualNames() throws Exception {
        var text = TinyJson.tokenizer(40).replace("<|begin_of_text|>", "<s>");
        Files.writeString(folder.resolve("tokenizer.json"), text);
        says("which token begins a text");
        Files.writeString(folder.resolve("special_tokens_map.json"), "{\"bos_token\":{\"content\":\"<s>\"}}");
        assertEquals(38, PublishedTokenizer.find(folder, null, 40).bos());
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"bos_token\":\"3\",\"eos_token\":null}");
        assertEquals(3, PublishedTokenizer.find(folder, null, 40).bos());
        assertEquals(39, PublishedTokenizer.find(folder, null, 40).eos());
    }

    @Test
    void otherKindsAndLargerVocabulariesAreRefused() throws Exception {
        says("is missing");
        var text = TinyJson.tokenizer(40);
        Files.writeString(folder.resolve("tokenizer.json"), text.replace("\"type\":\"BPE\"", "\"type\":\"Unigram\""));
        says("of type Unigram");
        Files.writeString(folder.resolve("tokenizer.json"), TinyJson.tokenizer(41));
        says("text table has 40 rows");
        Files.writeString(folder.resolve("tokenizer.json"), text.replace("\"merges\":[]", "\"more\":[]"));
        says("no merges");
    }

    private void says(String expected) {
        var message = assertThrows(Problem.class, () -> PublishedTokenizer.find(folder, null, 40)).getMessage();
        assertTrue(message.contains(expected) && message.contains("tokenizer.json"), message);
    }
}
