package studio.parley.studio.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.Hearing.HeardLine;

/**
 * Whether a line's sounding take is still what would be rendered now, and if not, what has changed. Pause, gain, fades, trim and
 * position are no part of a take and never make it stale; neither does a line that was put in since, for no take heard it.
 */
public sealed interface Staleness {
    /** As it would be made now, or a silent line. */
    record Fresh() implements Staleness {}

    /** There is no take yet. */
    record Missing() implements Staleness {}

    /** Red: the line's own words, voice or settings are others. */
    record Own(Set<Cause> causes) implements Staleness {}

    /** Amber: takes it listened to are others; ids of those lines, in order, also of lines that are gone. */
    record Upstream(List<String> lines) implements Staleness {}

    /** What about the line itself has changed. */
    enum Cause { TEXT, SPEAKER, REFERENCES, TEMPERATURE, TOP_K, LENGTH, SEED, MODEL }

    /** Of one line; see {@link CurrentHearing#of} for the last two. */
    static Staleness of(Document document, Line line, Delivery defaults, String model) {
        if (!line.isSpoken()) return new Fresh();
        var take = line.sounding();
        if (take.isEmpty()) return new Missing();
        var made = document.decoration(line.id()).heard().get(take.get().id());
        // A take from elsewhere, without a word of what it was made from, is taken as it is.
        if (made == null) return new Fresh();
        var causes = causes(made, CurrentHearing.of(document, line, defaults, model));
        if (!causes.isEmpty()) return new Own(causes);
        var upstream = upstream(document, made);
        return upstream.isEmpty() ? new Fresh() : new Upstream(upstream);
    }

    /** Of all lines by id. */
    static Map<String, Staleness> of(Document document, Delivery defaults, String model) {
        var out = new HashMap<String, Staleness>();
        for (var line : document.lines()) out.put(line.id(), of(document, line, defaults, model));
        return out;
    }

    private static Set<Cause> causes(Hearing made, Hearing now) {
        var causes = new LinkedHashSet<Cause>();
        if (!made.text().equals(now.text())) causes.add(Cause.TEXT);
        if (made.speaker() != now.speaker()) causes.add(Cause.SPEAKER);
        if (!made.references().equals(now.references())) causes.add(Cause.REFERENCES);
        if (made.temperature() != now.temperature()) causes.add(Cause.TEMPERATURE);
        if (made.topK() != now.topK()) causes.add(Cause.TOP_K);
        if (made.maxMillis() != now.maxMillis()) causes.add(Cause.LENGTH);
        if (made.seed() != now.seed()) causes.add(Cause.SEED);
        if (!Objects.equals(made.model(), now.model())) causes.add(Cause.MODEL);
        return causes;
    }

    private static List<String> upstream(Document document, Hearing made) {
        var out = new ArrayList<String>();
        var lines = new HashMap<String, Line>();
        for (var line : document.lines()) lines.put(line.id(), line);
        for (HeardLine heard : made.lines()) {
            var line = lines.get(heard.line());
            boolean same = line != null && line.speaker() == heard.speaker()
                    && line.sounding().map(t -> t.clip().equals(heard.clip())).orElse(false);
            if (!same) out.add(heard.line());
        }
        return out;
    }
}
