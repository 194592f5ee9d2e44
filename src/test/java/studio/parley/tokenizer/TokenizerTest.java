package studio.parley.tokenizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.Growth;
import studio.parley.golden.Golden;
import studio.parley.problem.Problem;

/** Expected ids: Python tokenizers 0.23.3 with {@code encode_special_tokens = True}, the ids of ordinary text. */
class TokenizerTest {
    private static final Path FILE = Golden.folder("tiny-a", "tokenizer.json");
    private static final Tokenizer TINY = Tokenizer.open(FILE);

    @TempDir
    Path folder;

    @Test
    void splitsAsHuggingFace() {
        assertArrayEquals(new int[] {316, 317}, TINY.ids("Hello world"));
        assertArrayEquals(new int[0], TINY.ids(""));
    }

    /** Cut into runs or not, a long text has the same ids; a word without an end takes a time that grows with it, not with its square. */
    @Test
    void longTextsTakeNoLongerThanTheyAre() {
        var sentence = "Hello world, it's 12345 o'clock (or so)\n\n  and naïve 123 \ud83d\ude0a the light. ";
        var text = sentence.repeat(11);
        for (int most : new int[] {20, 33, 100}) {
            assertArrayEquals(TINY.ids(text), Tokenizer.runs(text, most).stream().flatMapToInt(r -> Arrays.stream(TINY.ids(r))).toArray());
        }
        for (var kind : List.of("a", "abc", "\ud83d\ude0a", "12345", " ", "[0]")) {
            var word = kind.repeat(400_000 / kind.length());
            assertEquals(word, String.join("", Tokenizer.runs(word, 1024)));
            assertTrue(Tokenizer.runs(word, 1024).stream().allMatch(r -> r.length() <= 1024 && r.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000)));
            var part = kind.repeat(100_000 / kind.length());
            Growth.assertAtMost(8, kind, () -> TINY.ids(part), () -> TINY.ids(word));
        }
    }

    @Test
    void tokensAreTextAgain() {
        for (var text : List.of("Hello world, it's 12345", " naïve \ud83d\ude0a  x", "a<|begin_of_text|>b", "")) {
            assertEquals(text, TINY.decode(Arrays.stream(TINY.ids(text)).boxed().toList()));
        }
        assertEquals("\ufffd", TINY.decode(List.of(TINY.ids("ï")[0])), "half a character");
        assertEquals("", TINY.decode(List.of(TINY.bos(), TINY.eos())));
    }

    @Test
    void specialTokensTypedAreText() {
        assertArrayEquals(new int[] {60, 124, 65, 85, 68, 73, 79, 124, 62}, TINY.ids("<|AUDIO|>"));
        assertArrayEquals(new int[] {97, 60, 124, 98, 101, 103, 258, 95, 111, 102, 95, 116, 101, 120, 116, 124, 62, 98},
                TINY.ids("a<|begin_of_text|>b"));
        assertArrayEquals(new int[] {91, 48, 93, 72, 101, 257, 111, 32, 60, 124, 101, 270, 95, 111, 102, 95, 116, 101, 120, 116, 124, 62, 318, 301,
            97, 195, 175, 118, 101, 32, 312, 52, 53, 307, 32, 32, 120, 298}, TINY.ids("[0]Hello <|end_of_text|> \ud83d\ude0a naïve 12345\n\n  x's"));
    }

    @Test
    void aSegmentStandsBetweenBeginAndEnd() {
        assertArrayEquals(new int[] {320, 91, 55, 93, 72, 105, 321}, TINY.segment(7, "Hi"));
        assertEquals(List.of("<|begin_of_text|>", "Hello", "Ġworld", "<|end_of_text|>"), TINY.tokens("Hello world").pieces());
        assertEquals(List.of(320, 316, 317, 321), TINY.tokens("Hello world").ids());
    }

    @Test
    void halfASurrogatePairBecomesAReplacementCharacter() {
        assertArrayEquals(TINY.ids("a\ufffdb"), TINY.ids("a\ud83db"));
        assertArrayEquals(TINY.ids("\ufffd"), TINY.ids("\ude0a"));
        assertEquals(3, TINY.ids("a\u0000b").length);
    }

    @Test
    void addedTokensThatAreNotSpecialStayWords() throws Exception {
        var json = Files.readString(FILE).replaceFirst("\"special\": true\\s*}\\s*],",
                "\"special\": true}, {\"id\": 328, \"content\": \"parley\", \"single_word\": false, \"lstrip\": false, \"rstrip\": false, "
                + "\"normalized\": false, \"special\": false}],");
        try (var with = Tokenizer.open(Files.writeString(folder.resolve("t.json"), json))) {
            assertArrayEquals(new int[] {97, 32, 328}, with.ids("a parley"));
        }
    }

    @Test
    void whatIsNoTokenizerIsNamed() throws Exception {
        for (var content : List.of("", "{", "[]", "{}", "{\"model\":{}}", "{\"model\":{\"type\":\"BPE\"}}", "\u0000", "{\"added_tokens\":[{}]}",
                "{\"added_tokens\":5,\"model\":{}}", "{\"model\":" + "[".repeat(5000))) {
            var file = Files.writeString(folder.resolve("broken.json"), content);
            var problem = assertThrows(Problem.class, () -> Tokenizer.open(file), content);
            assertTrue(problem.getMessage().contains("broken.json"), problem.getMessage());
        }
        assertThrows(Problem.class, () -> Tokenizer.open(folder.resolve("none.json")));
    }

    @Test
    void mutatedFilesGiveATokenizerOrAProblem() throws Exception {
        var whole = Files.readAllBytes(FILE);
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var bytes = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) "\"{}[],:0129-nulltrue<|> \\".charAt(random.nextInt(25));
            }
            var file = Files.write(folder.resolve("mutant.json"), bytes);
            try (var lucky = Tokenizer.open(file)) {
                lucky.ids("Hello <|AUDIO|> world 123 it's");
            } catch (Problem expected) {
                assertTrue(expected.getMessage().contains("mutant.json"));
            }
        }
    }
}
