package studio.parley.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.EnglishText;
import studio.parley.studio.transcription.TakeTranscriber;
import studio.parley.studio.transcription.WordCheck;
import studio.parley.studio.transcription.WordReport;

/** How what is heard in the parts of a prompt compares with their texts. */
public final class SpokenPartWords {
    /**
     * For each part what was heard, if it was.
     *
     * @param foreign how many were not, because their text is not in English
     */
    public record Heard(List<Optional<WordReport>> reports, int foreign) {}

    private SpokenPartWords() {}

    /** Nothing is heard. */
    public static Heard none(List<SpokenPart> parts) {
        return new Heard(parts.stream().map(p -> Optional.<WordReport>empty()).toList(), 0);
    }

    /**
     * Hears all parts, if this installation has a recogniser.
     *
     * @param references transcripts of the clips that the model was given
     */
    public static Heard of(List<SpokenPart> parts, List<String> references, AppDirectories directories) {
        var ears = TakeTranscriber.of(directories, 0);
        if (ears.isEmpty()) return none(parts);
        var out = new ArrayList<Optional<WordReport>>();
        int foreign = 0;
        int evidence = parts.stream().mapToInt(p -> EnglishText.evidence(p.text())).sum();
        try (var open = ears.get()) {
            for (var part : parts) {
                boolean isHeard = EnglishText.isEnglish(part.text(), () -> evidence);
                if (!isHeard) foreign++;
                out.add(isHeard ? Optional.of(WordCheck.of(part.text(), open.hear(part.sound(), part.text()).text(), references)).filter(WordReport::isJudgement) : Optional.empty());
            }
        }
        return new Heard(out, foreign);
    }
}
