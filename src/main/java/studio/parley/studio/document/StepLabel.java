package studio.parley.studio.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import studio.parley.dialogue.Characters;
import studio.parley.dialogue.Line;

/** A step's name in the history with what it changed, where that is one thing: {@code Type, line 3: “See what?”}, {@code Gain, Ann}. */
final class StepLabel {
    private static final int LONGEST = 40;

    private StepLabel() {}

    static String of(String label, Document before, Document after) {
        return line(before, after).or(() -> speaker(before, after)).map(what -> label + what).orElse(label);
    }

    /** The only line that is another, new or gone. */
    private static Optional<String> line(Document before, Document after) {
        var was = before.lines();
        var is = after.lines();
        var old = new HashMap<String, Line>();
        var gone = new HashSet<String>();
        for (var line : was) {
            old.put(line.id(), line);
            gone.add(line.id());
        }
        Optional<String> only = Optional.empty();
        int count = 0;
        for (int i = 0; i < is.size() && count < 2; i++) {
            var line = is.get(i);
            gone.remove(line.id());
            if (isSame(line, old, before, after)) continue;
            count++;
            only = Optional.of(named(i, line));
        }
        if (count == 0 && gone.size() == 1) return Optional.of(named(before.indexOf(gone.iterator().next()), old.get(gone.iterator().next())));
        return count == 1 && gone.isEmpty() ? only : Optional.empty();
    }

    private static boolean isSame(Line line, Map<String, Line> old, Document before, Document after) {
        var was = old.get(line.id());
        return was != null && (was == line || was.equals(line)) && before.decoration(line.id()).equals(after.decoration(line.id()));
    }

    private static String named(int at, Line line) {
        var words = Characters.shortened(line.text().replace('\n', ' ').strip(), LONGEST);
        return ", line " + (at + 1) + (words.isEmpty() ? "" : ": “" + words + "”");
    }

    /** The only speaker whose track or voice is another. */
    private static Optional<String> speaker(Document before, Document after) {
        var others = after.conversation().speakers().stream().filter(s -> !before.conversation().speakers().contains(s)
                || !before.track(s.number()).equals(after.track(s.number()))).toList();
        boolean known = others.size() == 1 && before.conversation().speakers().stream().anyMatch(s -> s.name().equals(others.getFirst().name()));
        return known ? Optional.of(", " + others.getFirst().name()) : Optional.empty();
    }
}
