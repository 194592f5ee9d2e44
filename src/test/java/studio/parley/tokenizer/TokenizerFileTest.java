package studio.parley.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.golden.Golden;
import studio.parley.problem.Problem;

class TokenizerFileTest {
    private static final String TOKENS = """
            "added_tokens": [{"id": 7, "content": "<s>", "special": true}, {"id": 9, "content": "</s>", "special": true},
                             {"id": 11, "content": "word", "special": false}]""";
    private static final String TEMPLATE = """
            {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<s>"}}, {"Sequence": {"id": "A"}}, {"SpecialToken": {"id": "</s>"}}]}""";

    @TempDir
    Path folder;

    private TokenizerFile read(String json) throws IOException {
        return TokenizerFile.read(Files.writeString(folder.resolve("tokenizer.json"), json));
    }

    private static String file(String tokens, String processor) {
        return "{" + tokens + ", \"post_processor\": " + processor + ", \"model\": {}}";
    }

    private String refusal(String json) {
        return assertThrows(Problem.class, () -> {
            var read = read(json);
            read.begin();
            read.end();
        }, json).getMessage();
    }

    /** Tokens that are not called as Llama's are those the template puts around a segment, also in a sequence of processors. */
    @Test
    void beginAndEndAreThoseOfTheTemplate() throws Exception {
        for (var processor : List.of(TEMPLATE, "{\"type\": \"Sequence\", \"processors\": [{\"type\": \"ByteLevel\"}, " + TEMPLATE + "]}")) {
            var read = read(file(TOKENS, processor));
            assertEquals(7, read.begin());
            assertEquals(9, read.end());
            assertEquals(List.of("<s>", "</s>"), List.copyOf(read.special().keySet()));
        }
    }

    @Test
    void llamasNamesComeFirst() throws Exception {
        var named = TOKENS.replace("\"word\", \"special\": false", "\"<|begin_of_text|>\", \"special\": true");
        assertEquals(11, read(file(named, TEMPLATE)).begin());
        assertEquals(9, read(file(named, TEMPLATE)).end());
    }

    @Test
    void withoutEitherItSaysWhatIsMissing() {
        for (var processor : List.of("null", "5", "{}", "{\"single\": []}", "{\"single\": 3}", "{\"single\": [{\"SpecialToken\": {}}]}", "{\"processors\": []}",
                "{\"single\": [{\"Sequence\": {\"id\": \"A\"}}]}", "{\"single\": [{\"SpecialToken\": {\"id\": []}}]}", "{\"single\": [{\"SpecialToken\": {\"id\": \"?\"}}]}")) {
            var said = refusal(file(TOKENS, processor));
            assertTrue(said.contains("tokenizer.json is not a usable tokenizer (it has no token <|begin_of_text|> and no template that names one)"), said);
        }
        assertTrue(refusal(file(TOKENS, TEMPLATE.replace("{\"SpecialToken\": {\"id\": \"</s>\"}}", "{}"))).contains("<|end_of_text|>"));
    }

    @Test
    void addedTokensOfAnotherShapeAreNamed() {
        for (var id : List.of("-1", "1.5", "2147483648", "\"7\"", "null")) {
            assertTrue(refusal(file(TOKENS.replace("\"id\": 7", "\"id\": " + id), TEMPLATE)).contains("an added token has a"), id);
        }
        assertTrue(refusal(file(TOKENS.replace("\"content\": \"<s>\"", "\"content\": 5"), TEMPLATE)).contains("a wrong \"content\" or none"));
        assertTrue(refusal(file(TOKENS.replaceFirst("true", "null"), TEMPLATE)).contains("a wrong \"special\" or none"));
        assertTrue(refusal("{\"added_tokens\": [5], \"model\": {}}").contains("an added token is not an object"));
        assertTrue(refusal("{" + TOKENS + "}").contains("it has no \"model\""));
        assertTrue(refusal("{" + TOKENS + ", \"model\": 3}").contains("it has no \"model\""));
    }

    @Test
    void theLargestIdIsFine() throws Exception {
        assertEquals(Integer.MAX_VALUE, read(file(TOKENS.replace("\"id\": 7", "\"id\": 2147483647"), TEMPLATE)).begin());
        assertEquals(0, read(file(TOKENS.replace("\"id\": 7", "\"id\": 0"), TEMPLATE)).begin());
        assertEquals(0, read(file("\"added_tokens\": null", TEMPLATE)).special().size());
    }

    /** What the library gets: no name a user could type stands for a control token, and everything else is as it was. */
    @Test
    void theLibraryNeverSeesTheNames() throws Exception {
        var json = "{\"version\": \"1.0\", \"flags\": [true, null, 1.50], \"truncation\": {\"max_length\": 8}, \"padding\": {}, \"other\": \"<s>\", " + TOKENS
                + ", \"post_processor\": " + TEMPLATE + ", \"model\": {\"vocab\": {\"<s>\": 7, \"word\": 11}}}";
        var disarmed = read(json).disarmed();
        assertTrue(disarmed.startsWith("{\"version\":\"1.0\",\"flags\":[true,null,1.50],\"truncation\":null,\"padding\":null,\"other\":\"<s>\","), disarmed);
        assertTrue(disarmed.contains("\"post_processor\":null") && disarmed.contains("\"word\":11") && disarmed.contains(":7"), disarmed);
        assertFalse(disarmed.substring(disarmed.indexOf("added_tokens")).contains("<s>"), disarmed);
        assertFalse(disarmed.contains("</s>"), disarmed);
    }

    @Test
    void beginAndEndMayBeGiven() {
        try (var tokenizer = Tokenizer.open(Golden.folder("tiny-a", "tokenizer.json"), 5, 320)) {
            assertEquals(List.of("<5>", "Hello", "<|begin_of_text|>"), tokenizer.tokens("Hello").pieces());
            assertEquals(5, tokenizer.bos());
            assertEquals(320, tokenizer.eos());
        }
    }
}
