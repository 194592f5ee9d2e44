package studio.parley.studio.document.edit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.parley.dialogue.AllowedText;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;

/** The name of a step in the history with its subject, if that is one thing: {@code Type, line 3: “See what?”}, {@code Gain, Ann}. */
final class StepLabel {
    private static final int LONGEST = 40;

    private StepLabel() {}

    static String of(String label, Document before, Document after) {
        var value = value(before, after);
        return label + value + lines(label, before, after).or(() -> speaker(before, after)).or(() -> marker(before, after)).orElse("");
    }

    /** The only line that is changed, new or deleted, or their number if the label does not contain it. */
    private static Optional<String> lines(String label, Document before, Document after) {
        // Most edits change one line of many.
        boolean few = before.decorations() == after.decorations();
        int same = few ? samePrefix(before.lines(), after.lines()) : 0;
        int end = few ? samePrefix(before.lines().subList(same, before.lines().size()).reversed(), after.lines().subList(same, after.lines().size()).reversed()) : 0;
        var is = after.lines().subList(same, after.lines().size() - end);
        var old = new HashMap<String, Line>();
        for (var line : before.lines().subList(same, before.lines().size() - end)) old.put(line.id(), line);
        var gone = new LinkedHashMap<>(old);
        Optional<String> only = Optional.empty();
        int count = 0;
        for (int i = 0; i < is.size(); i++) {
            var line = is.get(i);
            gone.remove(line.id());
            if (isSame(line, old, before, after)) continue;
            if (count++ == 0) only = Optional.of(named(same + i, line));
        }
        if (count == 0 && gone.size() == 1) {
            var line = gone.values().iterator().next();
            return Optional.of(named(before.indexOf(line.id()), line));
        }
        if (count == 1 && gone.isEmpty()) return only;
        return count > 1 && gone.isEmpty() && label.chars().noneMatch(Character::isDigit) ? Optional.of(", " + count + " lines") : Optional.empty();
    }

    private static int samePrefix(List<Line> a, List<Line> b) {
        int same = 0;
        while (same < a.size() && same < b.size() && a.get(same) == b.get(same)) same++;
        return same;
    }

    private static boolean isSame(Line line, Map<String, Line> old, Document before, Document after) {
        var was = old.get(line.id());
        return was != null && (was == line || was.equals(line)) && before.decoration(line.id()).equals(after.decoration(line.id()));
    }

    private static String named(int at, Line line) {
        var words = AllowedText.shortened(line.text().replace('\n', ' ').strip(), LONGEST);
        return ", line " + (at + 1) + (words.isEmpty() ? "" : ": “" + words + "”");
    }

    /** The only speaker whose track or voice is changed, or who was removed. */
    private static Optional<String> speaker(Document before, Document after) {
        var others = after.conversation().speakers().stream().filter(s -> !before.conversation().speakers().contains(s)
                || !before.track(s.number()).equals(after.track(s.number()))).toList();
        var numbers = after.conversation().speakers().stream().map(Speaker::number).toList();
        var gone = before.conversation().speakers().stream().filter(s -> !numbers.contains(s.number())).toList();
        if (others.isEmpty() && gone.size() == 1) return Optional.of(", " + gone.getFirst().name());
        boolean known = others.size() == 1 && before.conversation().speakers().stream().anyMatch(s -> s.name().equals(others.getFirst().name()));
        return known ? Optional.of(", " + others.getFirst().name()) : Optional.empty();
    }

    /** The only marker that is changed, new or deleted. */
    private static Optional<String> marker(Document before, Document after) {
        var fresh = after.markers().stream().filter(m -> !before.markers().contains(m)).toList();
        var gone = before.markers().stream().filter(m -> !after.markers().contains(m)).toList();
        if (Math.max(fresh.size(), gone.size()) != 1) return Optional.empty();
        var label = (fresh.isEmpty() ? gone : fresh).getFirst().label();
        return label.isBlank() ? Optional.empty() : Optional.of(", “" + AllowedText.shortened(label, LONGEST) + "”");
    }

    /** The new value of the project's title or of one of its settings. */
    private static String value(Document before, Document after) {
        var was = before.settings();
        var is = after.settings();
        if (!before.conversation().title().equals(after.conversation().title())) return said(after.conversation().title());
        if (was.equals(is)) return "";
        if (was.seed() != is.seed()) return said(String.valueOf(is.seed()));
        if (was.watermark() != is.watermark()) return is.watermark() ? " on" : " off";
        if (was.duckDb() != is.duckDb()) return said(is.duckDb() + " dB");
        if (!was.author().equals(is.author())) return said(is.author());
        if (!was.model().equals(is.model())) return said(is.model().orElse(""));
        if (was.wordRetries() != is.wordRetries()) return said(String.valueOf(is.wordRetries()));
        return said(words(is.listening()));
    }

    /** As the window calls them. */
    private static String words(ContextSelection.Preset preset) {
        return switch (preset) {
            case REFERENCES -> "reference clips only";
            case SCENE -> "scene";
            case CONVERSATION -> "whole conversation";
        };
    }

    private static String said(String value) {
        return value.isBlank() ? "" : ": " + AllowedText.shortened(value, LONGEST);
    }
}
