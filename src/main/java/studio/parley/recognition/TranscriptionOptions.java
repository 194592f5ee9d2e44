package studio.parley.recognition;

import java.util.Optional;

/**
 * How to transcribe.
 *
 * @param language its code ({@code de}); empty = the one heard at the beginning. Models of English only know no other
 * @param carried whether a window gets the text before it, for spelling and punctuation in one style, at the risk that words of it are heard again; never
 *        after doubtful text
 * @param names words to expect, such as names in their spelling; may be empty
 */
public record TranscriptionOptions(Optional<String> language, boolean carried, String names) {
    public static final TranscriptionOptions USUAL = new TranscriptionOptions(Optional.empty(), false, "");

    public TranscriptionOptions in(String code) {
        return new TranscriptionOptions(Optional.of(code), carried, names);
    }
}
