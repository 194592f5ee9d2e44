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
    private SpokenPartWords() {}

    /**
     * Hears all parts. A report for each, empty if nobody can say: the text is not in English, or this installation has no recogniser.
     *
     * @param references transcripts of the clips that the model was given
     */
    public static List<Optional<WordReport>> of(List<SpokenPart> parts, List<String> references, AppDirectories directories) {
        var ears = TakeTranscriber.of(directories, 0);
        if (ears.isEmpty()) return parts.stream().map(p -> Optional.<WordReport>empty()).toList();
        var out = new ArrayList<Optional<WordReport>>();
        int evidence = parts.stream().mapToInt(p -> EnglishText.evidence(p.text())).sum();
        try (var open = ears.get()) {
            for (var part : parts) {
                boolean isHeard = EnglishText.isEnglish(part.text(), () -> evidence);
                out.add(isHeard ? Optional.of(WordCheck.of(part.text(), open.hear(part.sound(), part.text()).text(), references)) : Optional.empty());
            }
        }
        return out;
    }
}
