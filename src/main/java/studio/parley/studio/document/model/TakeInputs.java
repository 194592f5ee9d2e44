package studio.parley.studio.document.model;

import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.AllowedText;
import studio.parley.dialogue.TakeRecipe;

/**
 * The inputs of a take in a form for people, so that Parley can say later what has changed; the take's recipe contains the same as hashes.
 *
 * @param text the spoken text (pronunciations applied)
 * @param speaker number passed to the model
 * @param temperature and {@code topK}, {@code maxMillis}, {@code seed}: the effective delivery; 0 ms means automatic; the seed counts only
 * if the line, its speaker or the project fixes one (else 0)
 * @param model the model's name in the project or installation
 * @param references the reference clips in the context, in order
 * @param lines the earlier lines in the context, in order
 * @param listening the effective context choice, with its preset and without a style; empty for recordings and while it is unknown
 */
public record TakeInputs(String text, int speaker, double temperature, int topK, int maxMillis, long seed, String model,
                      List<HeardReference> references, List<HeardLine> lines, Optional<ContextSelection> listening) {
    /** A reference clip: speaker, path, and everything else that determines its audio (transcript and trim) as one string. */
    public record HeardReference(int speaker, String path, String detail) {
        public HeardReference {
            detail = AllowedText.text(detail);
        }
    }

    /** An earlier line: its id, text, speaker, and the clip in use. */
    public record HeardLine(String line, int speaker, String text, String clip) {
        public HeardLine {
            text = AllowedText.text(text);
        }
    }

    public TakeInputs {
        text = AllowedText.text(text);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
        if (!(temperature >= 0 && temperature <= 10)) throw new IllegalArgumentException("temperature " + temperature);
        temperature += 0.0;
    }

    /** Those of a recording: only its words and who speaks. */
    public static TakeInputs recorded(String text, int speaker) {
        return new TakeInputs(text, speaker, 0, 1, 0, 0, TakeRecipe.RECORDED.model(), List.of(), List.of(), Optional.empty());
    }

    public boolean isRecorded() {
        return model.equals(TakeRecipe.RECORDED.model());
    }

    public TakeInputs withText(String other) {
        return new TakeInputs(other, speaker, temperature, topK, maxMillis, seed, model, references, lines, listening);
    }

    public TakeInputs withListening(ContextSelection choice) {
        return new TakeInputs(text, speaker, temperature, topK, maxMillis, seed, model, references, lines, Optional.of(choice));
    }

    /** The same with only the lines that fit in the model's context. */
    public TakeInputs withLines(List<HeardLine> heard) {
        return new TakeInputs(text, speaker, temperature, topK, maxMillis, seed, model, references, heard, listening);
    }
}
