package studio.parley.studio.project.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.likeness.CastFinding;
import studio.parley.studio.likeness.TakeVoices;

/** What the voices in the takes of a document say, for a command. */
public final class VoiceReport {
    private VoiceReport() {}

    /**
     * Sentences for people: about takes in use that are in another voice, as far as they were heard, then about the cast.
     *
     * @param place what a line is called, by its id
     */
    public static List<String> of(Document document, TakeVoices voices, UnaryOperator<String> place) {
        var found = voices.in(document);
        var out = new ArrayList<String>();
        for (var line : document.lines()) {
            if (line.isSpoken()) found.of(line).ifPresent(f -> out.add(place.apply(line.id()) + ": " + f.sentence()));
        }
        found.cast().stream().map(CastFinding::sentence).forEach(out::add);
        return List.copyOf(out);
    }
}
