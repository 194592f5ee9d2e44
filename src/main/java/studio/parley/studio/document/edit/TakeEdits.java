package studio.parley.studio.document.edit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.DocumentLimits;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.TakeSlice;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.TakeInputsResolver;

/** Edits of takes and of a line's clip. None of them makes a take stale. */
public final class TakeEdits {
    private TakeEdits() {}

    /** Chooses the take in use; empty: always the newest. */
    public static Edit choose(String line, Optional<String> take) {
        return Edit.of("Choose take", LineEdits.line(line, l -> l.withTakes(l.takes(), take)));
    }

    /** Uses the newest take of lines from now on. */
    public static Edit newest(Collection<String> lines) {
        return Edit.of("Choose take", LineEdits.lines(lines, l -> l.withTakes(l.takes(), Optional.empty())));
    }

    /** Chooses the take {@code by} places after the one in use, cyclically; lines with fewer than two are unchanged. */
    public static Edit step(Collection<String> lines, int by) {
        return Edit.of("Choose take", LineEdits.lines(lines, l -> l.takes().size() < 2 ? l : l.withTakes(l.takes(), Optional.of(neighbour(l, by)))));
    }

    private static String neighbour(Line line, int by) {
        int now = line.takes().indexOf(line.sounding().orElseThrow());
        return line.takes().get(Math.floorMod(now + by, line.takes().size())).id();
    }

    /** Removes a take from the line; its clip stays in the store, so undo restores it. */
    public static Edit delete(String line, String take) {
        return Edit.of("Delete take", LineEdits.line(line, l ->
                l.withTakes(l.takes().stream().filter(t -> !t.id().equals(take)).toList(), l.chosen().filter(c -> !c.equals(take)))));
    }

    public static Edit stars(String line, String take, int stars) {
        return Edit.of("Stars", own(Set.of(line), o -> o.withStars(take, stars)));
    }

    /** Rates the take in use of each line. */
    public static Edit stars(Collection<String> lines, int stars) {
        return Edit.of("Stars", own(lines, (l, o) -> l.sounding().map(t -> o.withStars(t.id(), stars)).orElse(o)));
    }

    /** Locks lines: the take in use stays, and nothing renders over it. */
    public static Edit lock(Collection<String> lines, boolean locked) {
        UnaryOperator<Document> pick = LineEdits.lines(lines, l -> locked && l.chosen().isEmpty() ? l.withTakes(l.takes(), l.sounding().map(Take::id)) : l);
        var mark = own(lines, o -> o.withLocked(locked));
        return Edit.of(locked ? "Lock" : "Unlock", d -> mark.apply(pick.apply(d)));
    }

    public static Edit flag(Collection<String> lines, boolean flagged) {
        return Edit.of(flagged ? "Flag" : "Remove flag", own(lines, o -> o.withFlagged(flagged)));
    }

    /** How often lines are rendered again, at most, until their words are heard; empty: as in the project. */
    public static Edit wordRetries(Collection<String> lines, OptionalInt most) {
        return Edit.joining("Retries", "retries/" + lines, own(lines, o -> o.withWordRetries(most)));
    }

    public static Edit gain(Collection<String> lines, double db) {
        return Edit.joining("Gain", "gain/" + lines, own(lines, o -> o.withGain(db)));
    }

    /** Changes the gain by so many decibels, each from its value, within the limits. */
    public static Edit gainBy(Collection<String> lines, double db) {
        return Edit.of("Gain", own(lines, o -> o.withGain(Math.clamp(o.gainDb() + db, DocumentLimits.QUIETEST_DB, DocumentLimits.LOUDEST_DB))));
    }

    public static Edit fades(String line, int inMillis, int outMillis) {
        return Edit.joining("Fade", "fade/" + line, own(Set.of(line), o -> o.withFades(inMillis, outMillis)));
    }

    public static Edit trim(String line, int startMillis, int endMillis) {
        return Edit.joining("Trim", "trim/" + line, own(Set.of(line), o -> o.withTrim(startMillis, endMillis)));
    }

    public static Edit listening(Collection<String> lines, ContextSelection listening) {
        return Edit.of("Context", own(lines, o -> o.with(listening)));
    }

    /** Which of their speakers' reference clips lines use; empty: the default ones. */
    public static Edit mood(Collection<String> lines, String mood) {
        return Edit.of(mood.isBlank() ? "Default style" : "Style: " + mood.strip(), own(lines, o -> o.with(o.listening().withMood(mood))));
    }

    /**
     * Accepts the current take as if it were made from the current line: it is not stale any more until something changes again. The take's
     * recipe still says how it was really made.
     */
    public static Edit accept(Collection<String> lines, Delivery defaults, String model) {
        var wanted = Set.copyOf(lines);
        return Edit.of(wanted.size() == 1 ? "Accept as is" : "Accept " + wanted.size() + " lines as they are", d -> {
            var next = new HashMap<>(d.decorations());
            for (var line : d.lines()) {
                if (!wanted.contains(line.id())) continue;
                line.sounding().ifPresent(take -> next.put(line.id(), accepted(d, line, take.id(), defaults, model)));
            }
            return d.withDecorations(next);
        });
    }

    /** A part of a split take keeps the text of the whole take, which later lines hear. */
    private static LineSettings accepted(Document d, Line line, String take, Delivery defaults, String model) {
        var own = d.decoration(line.id());
        var cut = own.cut(take);
        var made = own.heard().get(take);
        if (made == null) return model.equals(Staleness.UNKNOWN_MODEL) ? own : own.withHeard(take, TakeInputsResolver.alone(d, line, defaults, model));
        var now = TakeInputsResolver.as(d, line, defaults, model, made);
        if (cut.isNone()) return own.withHeard(take, now);
        return own.withHeard(take, now.withText(made.text())).withCut(take, new TakeSlice(cut.startMillis(), cut.endMillis(), now.text()));
    }

    private static UnaryOperator<Document> own(Collection<String> ids, UnaryOperator<LineSettings> change) {
        return own(ids, (line, own) -> change.apply(own));
    }

    /** One new document, however many lines change. */
    private static UnaryOperator<Document> own(Collection<String> ids, BiFunction<Line, LineSettings, LineSettings> change) {
        var lines = Set.copyOf(ids);
        return d -> {
            var all = new HashMap<>(d.decorations());
            for (var line : d.lines()) if (lines.contains(line.id())) all.put(line.id(), change.apply(line, d.decoration(line.id())));
            return d.withDecorations(all);
        };
    }
}
