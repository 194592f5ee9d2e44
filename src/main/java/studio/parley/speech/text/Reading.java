package studio.parley.speech.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.parley.textnorm.TextNormalizer;

/** What a model is given of a text: the text itself, or the English words that it is read as. */
public enum Reading {
    /** Models that have learned to read everything, such as CSM-1B. */
    AS_WRITTEN,
    /** Models that have learned English words and punctuation only. */
    ENGLISH_WORDS;

    /** The name in model.json; an unknown name means the text itself. */
    public static Reading of(String label) {
        return Arrays.stream(values()).filter(r -> r.label().equals(label)).findFirst().orElse(AS_WRITTEN);
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String spoken(String text) {
        return this == AS_WRITTEN ? text : TextNormalizer.spoken(text);
    }

    /** What is lost of a text, in a sentence for people; {@code where} begins it. */
    public Optional<String> notice(String where, String text) {
        return Optional.of(unsayable(text)).filter(c -> !c.isEmpty()).map(c -> where + " contains characters that the model cannot say (" + c + "). Write them as words.");
    }

    /** Whether there is a word or a number in what is said of a text. */
    public boolean saysSomething(String text) {
        var said = spoken(text);
        return said.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && (c < 128 || this == AS_WRITTEN));
    }

    /** The characters that would be lost, each once, with spaces between them; empty if the model can say them all. */
    public String unsayable(String text) {
        if (this == AS_WRITTEN) return "";
        return TextNormalizer.unsayable(text).stream().collect(Collectors.joining(" "));
    }
}
