package studio.parley.studio;

import java.nio.file.Path;
import java.util.List;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;
import studio.parley.tokenizer.Tokenizer;

/** The tokens of a text: ids with begin and end, and the pieces they stand for. */
public record TokenCount(List<Integer> ids, List<String> pieces) {
    /** With a {@code tokenizer.json} alone. */
    public static TokenCount ofTokenizer(Path file, String text) {
        try (var tokenizer = Tokenizer.open(file)) {
            return of(tokenizer, text);
        }
    }

    /** With a model folder's tokenizer. */
    public static TokenCount ofModel(Path folder, String text) {
        var info = ModelInfo.read(folder);
        try (var tokenizer = Tokenizer.open(folder.resolve(ModelContract.TOKENIZER_JSON), info.bos(), info.eos())) {
            return of(tokenizer, info.reading().spoken(text));
        }
    }

    private static TokenCount of(Tokenizer tokenizer, String text) {
        var tokens = tokenizer.tokens(text);
        return new TokenCount(tokens.ids(), tokens.pieces());
    }
}
