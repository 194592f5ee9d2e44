package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
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
     * Splits a line at a moment; its text is split between the two words most likely spoken there.
     *
     * @param newId of the second half, see {@link ScriptEdits#freshIds}
     */
    public static Edit split(String line, long at, String newId) {
        return Edit.of("Split clip", d -> LineTimes.of(d).of(line).filter(s -> fits(s, at)).map(s -> split(d, s, at, newId)).orElse(d));
    }

    /** Splits lines at one moment, in one step; {@code newIds} of the second halves, one for each. */
    public static Edit split(List<String> lines, long at, List<String> newIds) {
        return Edit.of("Split clip", d -> {
            for (int i = 0; i < lines.size(); i++) d = split(lines.get(i), at, newIds.get(i)).change().apply(d);
            return d;
        });
    }

    private static boolean fits(Span span, long at) {
        return at - span.start() >= ClipTrims.SHORTEST && span.end() - at >= ClipTrims.SHORTEST;
    }

    private static Document split(Document d, Span span, long at, String newId) {
        var line = d.lines().get(span.index());
        int place = WordBreaks.near(line.text(), (double) (at - span.start()) / span.length());
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
            int inside = inside(line, own, take, at - span.start());
            first = first.withCut(take.id(), new TakeSlice(cut.startMillis(), (int) ClipEdges.whole(take) - inside, d.spokenText(head)));
            second = second.withCut(take.id(), new TakeSlice(inside, cut.endMillis(), d.spokenText(tail)));
        }
        var halves = d.withLines(lines).with(line.id(), first).with(newId, second);
        var wanted = RipplePolicy.of(d, LineTimes.of(d), java.util.Set.of(), Ripple.OFF, s -> 0);
        // At slower speeds not every millisecond can be met: the second half begins where the first one ends.
        wanted.put(newId, span.start() + LineTimes.length(halves, head));
        return RelationSolver.of(halves, wanted);
    }

    /** The position in a take that corresponds to a moment of the one in use; in other takes, at the same fraction of their length. */
    private static int inside(Line line, LineSettings own, Take take, long offset) {
        var sounding = line.sounding().orElseThrow();
        long place = ClipEdges.taken(ClipEdges.of(sounding, own).start() + offset, own.speed());
        if (take.equals(sounding)) return (int) place;
        var cut = own.cut(take.id());
        long whole = ClipEdges.whole(take);
        long there = Math.round((double) place / ClipEdges.whole(sounding) * whole);
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

    /** Two halves of a split line that still match: the same take, cut at the same position, one directly after the other. */
    private record ClipJoin(Document document, Line first, Line second) {
        static Optional<ClipJoin> of(Document d, String line) {
            return d.line(line).flatMap(first -> ClipSplits.after(d, line).map(second -> new ClipJoin(d, first, second))).filter(ClipJoin::fits);
        }

        private boolean fits() {
            var one = first.sounding();
            var two = second.sounding();
            if (first.speaker() != second.speaker() || one.isEmpty() || two.isEmpty() || !meet(one.get(), two.get())) return false;
            var times = LineTimes.of(document);
            boolean adjoin = times.of(first.id()).orElseThrow().end() == times.of(second.id()).orElseThrow().start();
            var a = document.decoration(first.id());
            var b = document.decoration(second.id());
            return adjoin && a.trimEndMillis() == 0 && b.trimStartMillis() == 0 && a.gainDb() == b.gainDb() && a.speed() == b.speed();
        }

        /** Whether a take begins in this clip where the other was cut. */
        private boolean meet(Take one, Take two) {
            int end = document.decoration(first.id()).cut(one.id()).endMillis();
            int start = document.decoration(second.id()).cut(two.id()).startMillis();
            return one.clip().equals(two.clip()) && end > 0 && ClipEdges.whole(one) - end == start;
        }

        Document joined() {
            var words = ClipSplits.words(first.text(), second.text());
            var sounding = first.sounding().orElseThrow().id();
            var chosen = first.takes().getLast().id().equals(sounding) ? first.chosen() : Optional.of(sounding);
            var whole = first.withText(words).withTakes(first.takes(), chosen);
            var lines = new ArrayList<>(document.lines());
            int index = document.indexOf(first.id());
            lines.set(index, whole);
            lines.remove(index + 1);
            var a = document.decoration(first.id());
            var b = document.decoration(second.id());
            var own = a.withFades(a.fadeInMillis(), b.fadeOutMillis()).withTrim(a.trimStartMillis(), b.trimEndMillis());
            for (var take : first.takes()) {
                var other = second.takes().stream().filter(t -> meet(take, t)).findFirst();
                if (other.isPresent()) own = own.withCut(take.id(),
                        new TakeSlice(a.cut(take.id()).startMillis(), b.cut(other.get().id()).endMillis(), document.spokenText(whole)));
            }
            return RelationSolver.keeping(document.withLines(lines).with(first.id(), own), LineTimes.of(document));
        }
    }
}
