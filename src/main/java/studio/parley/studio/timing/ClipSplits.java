package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ScriptEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.TakeSlice;
import studio.parley.studio.export.ClipEdges;
import studio.parley.studio.timing.LineTimes.Span;

/**
 * Splits clips in two and joins them again. Both halves play their part of the same takes, nothing moves, and the result is the same to the
 * sample (a fade that reached across the split becomes shorter). A new take of a half is a whole clip of its own.
 */
public final class ClipSplits {
    private ClipSplits() {}

    /** Whether a line's clip is long enough before and after a moment. */
    public static boolean canSplit(Document document, String line, long at) {
        return LineTimes.of(document).of(line).filter(s -> fits(s, at)).isPresent();
    }

    /**
     * Splits lines at one moment, in one step; their text is split between the two words that are spoken there, or most likely are.
     *
     * @param newIds of the second halves, one for each, see {@link ScriptEdits#freshIds}
     */
    public static Edit split(List<String> lines, long at, List<String> newIds, WordTimes times) {
        return Edit.of("Split clip", d -> {
            for (int i = 0; i < lines.size(); i++) d = split(d, lines.get(i), at, newIds.get(i), times);
            return d;
        });
    }

    private static Document split(Document d, String line, long at, String newId, WordTimes times) {
        return LineTimes.of(d).of(line).filter(s -> fits(s, at)).map(s -> split(d, s, at, place(d, s, at, times), newId, times)).orElse(d);
    }

    private static int place(Document d, Span span, long at, WordTimes times) {
        var line = d.lines().get(span.index());
        var take = line.sounding().orElseThrow();
        var known = times.of(d, line, take).place(inside(take, d.decoration(line.id()), at - span.start()) / 1000.0);
        return known.orElseGet(() -> WordBreaks.near(line.text(), (double) (at - span.start()) / span.length()));
    }

    /** When the sound of a line is cut if its text is cut at a place; empty if its words are not known there, or one part would be too short. */
    public static OptionalLong moment(Document d, String line, int place, WordTimes times) {
        var span = LineTimes.of(d).of(line).filter(Span::isHeard);
        if (span.isEmpty()) return OptionalLong.empty();
        var spoken = d.lines().get(span.get().index());
        var take = spoken.sounding().orElseThrow();
        var own = d.decoration(line);
        var cut = times.of(d, spoken, take).cut(place);
        if (cut.isEmpty()) return OptionalLong.empty();
        long at = span.get().start() + ClipEdges.heard(Math.round(1000 * cut.getAsDouble()), own.speed()) - ClipEdges.of(take, own).start();
        return fits(span.get(), at) ? OptionalLong.of(at) : OptionalLong.empty();
    }

    /** Splits a line at a place of its text, and its sound with it if the words there are known; else it has to be rendered again. */
    public static Edit splitText(String line, int place, String newId, WordTimes times) {
        return Edit.of("Split line", d -> splitText(d, line, place, newId, times));
    }

    static Document splitText(Document d, String line, int place, String newId, WordTimes times) {
        var at = moment(d, line, place, times);
        if (at.isEmpty()) return LineEdits.split(line, place, newId).change().apply(d);
        return split(d, LineTimes.of(d).of(line).orElseThrow(), at.getAsLong(), place, newId, times);
    }

    /** The same with a pause between the parts; later lines move. */
    public static Edit pause(String line, int place, String newId, int millis, WordTimes times) {
        return Edit.of("Insert pause", d -> {
            var halves = splitText(d, line, place, newId, times);
            return LineEdits.pause(newId, millis).change().apply(halves);
        });
    }

    private static boolean fits(Span span, long at) {
        return at - span.start() >= ClipTrims.SHORTEST && span.end() - at >= ClipTrims.SHORTEST;
    }

    private static Document split(Document d, Span span, long at, int place, String newId, WordTimes times) {
        var line = d.lines().get(span.index());
        var head = line.withText(line.text().substring(0, place));
        var tail = line.withId(newId).withText(line.text().substring(place)).withDirection("").withTiming(new TimingRelation.After(0), 0);
        var lines = new ArrayList<>(d.lines());
        lines.set(span.index(), head);
        lines.add(span.index() + 1, tail);
        var own = d.decoration(line.id());
        var first = own.withFades(own.fadeInMillis(), 0).withTrim(own.trimStartMillis(), 0);
        var second = own.withFades(0, own.fadeOutMillis()).withTrim(0, own.trimEndMillis());
        for (var take : line.takes()) {
            var cut = own.cut(take.id());
            int inside = inside(d, line, take, at - span.start(), place, times);
            var words = TakeHalves.of(d, line, take, head, tail);
            first = first.withCut(take.id(), new TakeSlice(cut.startMillis(), (int) ClipEdges.whole(take) - inside, words.first()));
            second = second.withCut(take.id(), new TakeSlice(inside, cut.endMillis(), words.second()));
        }
        var halves = d.withLines(lines).with(line.id(), first).with(newId, second);
        var wanted = RipplePolicy.of(d, LineTimes.of(d), java.util.Set.of(), Ripple.OFF, s -> 0);
        // At slower speeds not every millisecond can be met: the second half begins where the first one ends.
        wanted.put(newId, span.start() + LineTimes.length(halves, head));
        return RelationSolver.of(halves, wanted);
    }

    private static long inside(Take take, LineSettings own, long offset) {
        return ClipEdges.taken(ClipEdges.of(take, own).start() + offset, own.speed());
    }

    /** The position in a take that corresponds to a moment of the one in use: in others between the same words, else at the same fraction. */
    private static int inside(Document d, Line line, Take take, long offset, int place, WordTimes times) {
        var sounding = line.sounding().orElseThrow();
        var own = d.decoration(line.id());
        long here = inside(sounding, own, offset);
        if (take.equals(sounding)) return (int) here;
        var cut = own.cut(take.id());
        long whole = ClipEdges.whole(take);
        var known = times.of(d, line, take).cut(place);
        long there = known.isPresent() ? Math.round(1000 * known.getAsDouble()) : Math.round((double) here / ClipEdges.whole(sounding) * whole);
        return (int) Math.max(cut.startMillis(), Math.min(there, whole - cut.endMillis()));
    }

    /** Joins a line with the next one if they are neighbouring parts of the same take: the opposite of {@link #split}. Otherwise nothing changes. */
    public static Edit join(String line) {
        return Edit.of("Join clips", d -> ClipJoin.of(d, line).map(ClipJoin::joined).orElse(d));
    }

    /** Joins several neighbouring lines, as far as they are parts of the same take. */
    public static Edit join(java.util.Collection<String> lines) {
        return Edit.of("Join clips", d -> {
            var order = d.lines().stream().map(Line::id).filter(lines::contains).toList();
            for (int i = order.size() - 2; i >= 0; i--) {
                boolean neighbours = d.indexOf(order.get(i)) + 1 == d.indexOf(order.get(i + 1));
                if (neighbours) d = join(order.get(i)).change().apply(d);
            }
            return d;
        });
    }

    /** Whether {@link #join} joins a line with the next one. */
    public static boolean canJoin(Document document, String line) {
        return ClipJoin.of(document, line).isPresent();
    }

    /** The combined text of two lines. */
    static String words(String first, String second) {
        boolean blank = first.isEmpty() || second.isEmpty()
                || !(WordBreaks.isUnspaced(first.codePointBefore(first.length())) && WordBreaks.isUnspaced(second.codePointAt(0)));
        return (first + (blank ? " " : "") + second).strip();
    }

    static Optional<Line> after(Document d, String line) {
        int index = d.indexOf(line);
        return index < 0 || index + 1 >= d.lines().size() ? Optional.empty() : Optional.of(d.lines().get(index + 1));
    }
}
