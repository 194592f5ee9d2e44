package studio.parley.dialogue.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which forms the times of a transcript or chat stand, so that a time of another form in somebody's words stays a word. */
final class TimeForms {
    private final Map<Boolean, Integer> counts = new HashMap<>();

    private TimeForms() {}

    static TimeForms of(List<String> lines) {
        var forms = new TimeForms();
        for (var line : lines) {
            var before = Stamp.before(line.strip());
            if (before.isPresent()) forms.met(isBare(before.get().stamp()));
            else Stamp.after(line.strip()).filter(a -> Names.isName(Names.tidy(a.name()))).ifPresent(a -> forms.met(false));
        }
        return forms;
    }

    /** Whether a line begins with a time of the kind that others have; one that is all of the line, or has a name behind it, needs no others. */
    boolean isTime(Stamp.Before line) {
        return line.rest().isEmpty() || !isBare(line.stamp()) || SpeakerLabel.isLikely(line.rest()) || counts.get(true) >= counts.getOrDefault(false, 0);
    }

    private void met(boolean bare) {
        counts.merge(bare, 1, Integer::sum);
    }

    /** Nothing but the clock: no date, no brackets, no a.m. or p.m. */
    private static boolean isBare(Stamp stamp) {
        return !stamp.dated() && !stamp.bracketed() && stamp.millis().isPresent();
    }
}
