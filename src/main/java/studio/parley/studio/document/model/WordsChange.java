package studio.parley.studio.document.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Line;

/** What most edits are: the same lines with the same sounds in the same places, and other words in a few. */
public final class WordsChange {
    private WordsChange() {}

    /** The lines of {@code now} whose words, direction or delivery alone are others than {@code before}; nothing when there is more. */
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

    /** Whether two lines follow the one before with the same pause: what a choice of lines comes to depends on that, too. */
    private static boolean isPlacedAlike(Line x, Line y) {
        return x.id().equals(y.id()) && x.pauseMillis() == y.pauseMillis() && x.relation().equals(y.relation()) && x.isSpoken() == y.isSpoken();
    }

    private static boolean soundsAlike(Line x, Line y) {
        return x.speaker() == y.speaker() && x.takes().equals(y.takes()) && x.chosen().equals(y.chosen());
    }
}
