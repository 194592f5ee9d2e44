package studio.parley.speech;

import java.util.List;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelInfo;
import studio.parley.speech.text.SegmentTokenCache;
import studio.parley.tokenizer.Tokenizer;

/**
 * Builds the model's input (csm-model-spec.md, section 3.1): for every turn begin, {@code [speaker]text}, end, its frames, one all-zero
 * frame; then the line to generate: begin, {@code [speaker]text}, end. Thread-safe.
 */
public final class PromptLayout {
    private final ModelInfo info;
    private final SegmentTokenCache tokens;

    PromptLayout(ModelInfo info, Tokenizer tokenizer) {
        this.info = info;
        this.tokens = new SegmentTokenCache(tokenizer, info.reading());
    }

    /** Positions that a context turn takes: its tokens and two, its frames and one. */
    public int cost(ContextTurn turn) {
        return cost(turn.speaker(), turn.text()) + turn.codes().frames() + 1;
    }

    /** Positions that the text of a line takes. */
    public int cost(int speaker, String text) {
        return tokens.of(speaker, text).length;
    }

    InputPositions line(List<ContextTurn> context, int speaker, String text) {
        var out = context(context);
        addText(out, speaker, text);
        return out;
    }

    InputPositions context(List<ContextTurn> context) {
        var out = new InputPositions(info.codebooks());
        for (var turn : context) {
            addText(out, turn.speaker(), turn.text());
            if (turn.codes().codebooks() != info.codebooks()) {
                throw Problem.input("A reference clip or take was made for a model with " + turn.codes().codebooks()
                        + " codebooks, but this one has " + info.codebooks() + ". Encode it again with this model.");
            }
            for (int f = 0; f < turn.codes().frames(); f++) out.add(frame(turn.codes().frame(f)));
            out.add(frame(new int[info.codebooks()]));
        }
        return out;
    }

    /** Embedding rows of one frame: code k is row {@code textVocabulary + k * V + code}. */
    int[] frame(int[] codes) {
        var rows = new int[codes.length];
        for (int k = 0; k < codes.length; k++) {
            if (codes[k] >= info.audioVocabulary()) {
                throw Problem.input("A reference clip or take contains code " + codes[k] + ", but this model has only " + info.audioVocabulary()
                        + ". Encode it again with this model.");
            }
            rows[k] = info.textVocabulary() + k * info.audioVocabulary() + codes[k];
        }
        return rows;
    }

    private void addText(InputPositions out, int speaker, String text) {
        for (var token : tokens.of(speaker, text)) {
            if (token < 0 || token >= info.textVocabulary()) {
                throw Problem.model("The tokenizer returns id " + token + " but the model has " + info.textVocabulary()
                        + " tokens. Put the model's own tokenizer.json into its folder.");
            }
            var rows = new int[info.codebooks()];
            java.util.Arrays.fill(rows, info.zeroRow());
            rows[0] = token;
            out.add(rows);
        }
    }
}
