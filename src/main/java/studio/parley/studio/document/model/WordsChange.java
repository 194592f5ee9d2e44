package studio.parley.studio.document.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Line;

/** The most common edit: the same lines with the same clips in the same places, and changed text in a few. */
public final class WordsChange {
    private WordsChange() {}

    /** The lines of {@code now} in which only text, direction or delivery differ from {@code before}; empty if there are other changes. */
    public static Optional<List<Line>> between(Document before, Document now) {
        var out = new ArrayList<Line>();
        if (before == now) return Optional.of(out);
        if (before.lines().size() != now.lines().size() || !sharesTheRest(before, now)) return Optional.empty();
        for (int i = 0; i < now.lines().size(); i++) {
            var was = before.lines().get(i);
            var line = now.lines().get(i);
            if (was == line) continue;
            if (!isPlacedAlike(was, line) || !soundsAlike(was, line)) return Optional.empty();
            out.add(line);
        }
        return Optional.of(out);
    }

    private static boolean sharesTheRest(Document x, Document y) {
        boolean sound = x.decorations().equals(y.decorations()) && x.tracks().equals(y.tracks()) && x.settings().equals(y.settings());
        return sound && x.pronunciations().equals(y.pronunciations()) && x.conversation().speakers().equals(y.conversation().speakers())
                && x.conversation().delivery().equals(y.conversation().delivery());
    }

    /** Whether two lines follow the previous one with the same pause: the result of a context choice depends on that, too. */
    private static boolean isPlacedAlike(Line x, Line y) {
        return x.id().equals(y.id()) && x.pauseMillis() == y.pauseMillis() && x.relation().equals(y.relation()) && x.isSpoken() == y.isSpoken();
    }

    private static boolean soundsAlike(Line x, Line y) {
        return x.speaker() == y.speaker() && x.takes().equals(y.takes()) && x.chosen().equals(y.chosen());
    }
}
