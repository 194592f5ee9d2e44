package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.golden.Golden;
import studio.parley.golden.JsonMutations;
import studio.parley.modelfolder.ModelCheck;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelInfo;
import studio.parley.tokenizer.Tokenizer;

/** model.json and tokenizer.json with anything anywhere: they are read, or there is a Problem of one sentence. */
class ModelFolderFuzzTest {
    private static final Path MODEL = Path.of("src/test/resources/test-model");

    @TempDir
    Path folder;

    @Test
    void descriptions() throws IOException {
        var whole = Files.readString(MODEL.resolve("model.json"));
        for (var name : List.of("backbone.onnx", "depth_decoder.onnx", "mimi_encoder.onnx", "mimi_decoder.onnx", "tokenizer.json",
                "language.bin", "mimi.bin")) Files.copy(MODEL.resolve(name), folder.resolve(name));
        var random = new Random(5);
        for (int i = 0; i < 1200; i++) {
            Files.writeString(folder.resolve("model.json"), JsonMutations.of(whole, random, random.nextInt(1, 4)));
            readOrSentence(() -> {
                var info = ModelInfo.read(folder);
                new ModelCheck(folder, info.files(), info.networks(), folder.resolve("memory"), share -> { }).run();
            });
        }
    }

    @Test
    void tokenizers() throws IOException {
        var whole = smaller(Files.readString(Golden.folder("tiny-a", "tokenizer.json")));
        var random = new Random(6);
        for (int i = 0; i < 1200; i++) {
            var file = Files.writeString(folder.resolve("tokenizer.json"), JsonMutations.of(whole, random, random.nextInt(1, 4)));
            readOrSentence(() -> {
                try (var tokenizer = Tokenizer.open(file)) {
                    tokenizer.tokens("Hello, <|AUDIO|> world\u0000.");
                }
            });
        }
    }

    /** Most of the file is vocabulary, where little can happen. */
    private static String smaller(String json) {
        var root = JsonParser.parseString(json).getAsJsonObject();
        var model = root.getAsJsonObject("model");
        var merges = model.getAsJsonArray("merges");
        while (merges.size() > 3) merges.remove(merges.size() - 1);
        return root.toString();
    }

    @Test
    void aNullOrAnotherKindInAnAddedTokenIsNamed() throws IOException {
        var json = JsonParser.parseString(Files.readString(Golden.folder("tiny-a", "tokenizer.json"))).getAsJsonObject();
        for (var key : List.of("special", "id", "content")) {
            for (var value : List.of("null", "[]", "{}", "\"x\"", "1e99", "[true]")) {
                if (key.equals("content") && value.equals("\"x\"")) continue;
                var copy = json.deepCopy();
                ((JsonObject) copy.getAsJsonArray("added_tokens").get(0)).add(key, JsonParser.parseString(value));
                var file = Files.writeString(folder.resolve("tokenizer.json"), copy.toString());
                var problem = assertThrows(Problem.class, () -> Tokenizer.open(file));
                assertTrue(problem.getMessage().contains("\"" + key + "\""), key + " " + value + " " + problem.getMessage());
            }
        }
    }

    @Test
    void sizesThatNoMachineHasAreRefused() throws IOException {
        var whole = Files.readString(MODEL.resolve("model.json"));
        for (var change : List.of("\"states\": [[1048576, 1048576]]", "\"window\": 1048576, \"heads\": 4096, \"head_dim\": 4096")) {
            var key = change.substring(0, change.indexOf(':') + 1);
            var root = JsonParser.parseString(whole).getAsJsonObject();
            var patch = JsonParser.parseString("{" + change + "}").getAsJsonObject();
            patch.entrySet().forEach(e -> root.getAsJsonObject("mimi_decoder").add(e.getKey(), e.getValue()));
            Files.writeString(folder.resolve("model.json"), root.toString());
            var problem = assertThrows(Problem.class, () -> ModelInfo.read(folder), key);
            assertTrue(problem.getMessage().contains("GB of memory"), problem.getMessage());
        }
    }

    private static void readOrSentence(Runnable read) {
        try {
            read.run();
        } catch (Problem p) {
            var text = String.valueOf(p.getMessage());
            assertTrue(text.endsWith("."), text);
            assertFalse(text.contains("\n") || text.contains("Exception") || text.contains("gson"), text);
        }
    }
}
