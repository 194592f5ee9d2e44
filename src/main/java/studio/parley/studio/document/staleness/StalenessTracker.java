package studio.parley.studio.document.staleness;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.WordsChange;
import studio.parley.studio.document.staleness.StalenessEvaluator.Sound;

/**
 * Staleness of all lines, updated after every edit: only lines that have changed, or have a changed line in their context, are evaluated
 * again. Gives the same as {@link Staleness#of(Document, Delivery, String)}. One thread at a time.
 */
public final class StalenessTracker {
    private record Asked(Document document, Delivery defaults, String model, Set<String> lost, Map<String, Line> lines, Map<String, Sound> sounds) {}

    private @Nullable Asked last;
    private Map<String, Staleness> answers = Map.of();

    /** For all lines by id, the same map as before if nothing has changed; see {@link TakeInputsResolver#of} for the last two. */
    public Map<String, Staleness> update(Document document, Delivery defaults, String model) {
        return update(document, defaults, model, Set.of());
    }

    /** The same if some clips are missing. */
    public Map<String, Staleness> update(Document document, Delivery defaults, String model, Set<String> lost) {
        var before = last;
        if (before != null && before.defaults().equals(defaults) && before.model().equals(model) && before.lost().equals(lost)) {
            var typed = WordsChange.between(before.document(), document);
            if (typed.isPresent()) return typed(before, document, typed.get());
        }
        return updateAll(document, defaults, model, lost);
    }

    private Map<String, Staleness> typed(Asked before, Document document, List<Line> lines) {
        last = new Asked(document, before.defaults(), before.model(), before.lost(), before.lines(), before.sounds());
        var judging = new StalenessEvaluator(document, before.defaults(), before.model(), before.lost(), before.sounds());
        var others = new HashMap<String, Staleness>();
        for (var line : lines) {
            before.lines().put(line.id(), line);
            var answer = judging.of(line);
            if (!answer.equals(answers.get(line.id()))) others.put(line.id(), answer);
        }
        if (others.isEmpty()) return answers;
        var out = new HashMap<>(answers);
        out.putAll(others);
        answers = Collections.unmodifiableMap(out);
        return answers;
    }

    private Map<String, Staleness> updateAll(Document document, Delivery defaults, String model, Set<String> lost) {
        var lines = new HashMap<String, Line>(2 * document.lines().size());
        for (var line : document.lines()) lines.put(line.id(), line);
        var now = new Asked(document, defaults, model, Set.copyOf(lost), lines, StalenessEvaluator.sounds(document));
        var judging = new StalenessEvaluator(document, defaults, model, lost, now.sounds());
        boolean same = last != null && sharesContext(last, now);
        var moved = same ? moved(Objects.requireNonNull(last).sounds(), now.sounds()) : Set.<String>of();
        var out = new HashMap<String, Staleness>(2 * lines.size());
        for (var line : document.lines()) {
            var known = same && isAsBefore(Objects.requireNonNull(last), line, document, moved) ? answers.get(line.id()) : null;
            out.put(line.id(), known == null ? judging.of(line) : known);
        }
        last = now;
        answers = Collections.unmodifiableMap(out);
        return answers;
    }

    /** What applies to every line. */
    private static boolean sharesContext(Asked a, Asked b) {
        return a.lost().equals(b.lost()) && a.defaults().equals(b.defaults()) && a.model().equals(b.model()) && sharesContext(a.document(), b.document());
    }

    private static boolean sharesContext(Document x, Document y) {
        boolean tracks = x.tracks() == y.tracks() || x.tracks().equals(y.tracks());
        return tracks && x.pronunciations().equals(y.pronunciations())
                && x.settings().listening() == y.settings().listening()
                && x.conversation().speakers().equals(y.conversation().speakers()) && x.conversation().delivery()
                        .equals(y.conversation().delivery());
    }

    /** Lines whose audio has changed, or that were deleted or added. */
    private static Set<String> moved(Map<String, Sound> before, Map<String, Sound> now) {
        var out = new HashSet<String>();
        now.forEach((id, sound) -> {
            if (!sound.equals(before.get(id))) out.add(id);
        });
        for (var id : before.keySet()) if (!now.containsKey(id)) out.add(id);
        return out;
    }

    private static boolean isAsBefore(Asked last, Line line, Document document, Set<String> moved) {
        if (last.lines().get(line.id()) != line) return false;
        var own = document.decoration(line.id());
        if (own != last.document().decoration(line.id())) return false;
        var take = line.sounding();
        var made = take.isEmpty() ? null : own.heard().get(take.get().id());
        if (made == null) return true;
        // The result of a changed choice depends on the lines between.
        if (made.listening().filter(was -> !was.equals(ContextRange.choice(document, line.id()))).isPresent()) return false;
        return moved.isEmpty() || made.lines().stream().noneMatch(h -> moved.contains(h.line()));
    }
}
