package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.Optional;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeSlice;
import studio.parley.studio.export.ClipEdges;

/** Two halves of a split line that still match: the same take, cut at the same position, one directly after the other. */
record ClipJoin(Document document, Line first, Line second) {
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
            if (other.isEmpty()) continue;
            var start = a.cut(take.id());
            var end = b.cut(other.get().id());
            own = own.withCut(take.id(), new TakeSlice(start.startMillis(), end.endMillis(), ClipSplits.words(start.words(), end.words())));
        }
        return RelationSolver.keeping(document.withLines(lines).with(first.id(), own), LineTimes.of(document));
    }
}
