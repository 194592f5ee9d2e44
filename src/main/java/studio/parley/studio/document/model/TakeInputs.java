package studio.parley.studio.document.model;

import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Characters;

/**
 * What a take is made from, in words a person knows, so that it can be said later what has changed; the take's recipe holds the
 * same as hashes.
 *
 * @param text the words spoken (pronunciations applied)
 * @param speaker number given to the model
 * @param temperature and {@code topK}, {@code maxMillis}, {@code seed}: the delivery in force; 0 ms is "as the text needs"; the
 *        seed counts only when the line, its speaker or the project fixes one (else 0)
 * @param model which model, as the project or installation names it
 * @param references the reference clips heard, in order
 * @param lines the earlier lines heard, in order
 * @param listening the choice of earlier lines in force, with its preset and without a mood; empty for takes made before it was kept
 */
public record TakeInputs(String text, int speaker, double temperature, int topK, int maxMillis, long seed, String model,
                      List<HeardReference> references, List<HeardLine> lines, Optional<ContextSelection> listening) {
    /** A reference clip: speaker, path, and what else decides how it is heard (transcript and trim) as one string. */
    public record HeardReference(int speaker, String path, String detail) {
        public HeardReference {
            detail = Characters.text(detail);
        }
    }

    /** An earlier line: its id, the words, the speaker, and the clip that sounded. */
    public record HeardLine(String line, int speaker, String text, String clip) {
        public HeardLine {
            text = Characters.text(text);
        }
    }

    public TakeInputs {
        text = Characters.text(text);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
        if (!(temperature >= 0 && temperature <= 10)) throw new IllegalArgumentException("temperature " + temperature);
        temperature += 0.0;
    }

    /** One whose choice of lines is not known. */
    public TakeInputs(String text, int speaker, double temperature, int topK, int maxMillis, long seed, String model,
                   List<HeardReference> references, List<HeardLine> lines) {
        this(text, speaker, temperature, topK, maxMillis, seed, model, references, lines, Optional.empty());
    }

    public TakeInputs withText(String other) {
        return new TakeInputs(other, speaker, temperature, topK, maxMillis, seed, model, references, lines, listening);
    }

    /** The same with only the lines that had room in the model's context. */
    public TakeInputs withLines(List<HeardLine> heard) {
        return new TakeInputs(text, speaker, temperature, topK, maxMillis, seed, model, references, heard, listening);
    }
}
