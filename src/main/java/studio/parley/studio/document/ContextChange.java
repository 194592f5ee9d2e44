package studio.parley.studio.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.parley.dialogue.Line;

/**
 * What a choice (preset, pins, lines left out) made since a take has changed about what the line hears. Lines that came, went or
 * sound otherwise since are no choice and not part of it.
 *
 * @param leftOut ids of lines the take heard and a new one would not, in order
 * @param added ids of lines a new take would hear and this one did not, in order
 */
public record ContextChange(List<String> leftOut, List<String> added) {
    public ContextChange {
        leftOut = List.copyOf(leftOut);
        added = List.copyOf(added);
    }

    /** Of the take that sounds; nothing when there is none or it does not know what was chosen when it was made. */
    public static ContextChange of(Document document, Line line) {
        var made = line.sounding().map(t -> document.decoration(line.id()).heard().get(t.id()));
        var changes = made.map(m -> changes(document, document.indexOf(line.id()), m, document::indexOf).toList()).orElse(List.of());
        return new ContextChange(ids(changes, c -> !c.added), ids(changes, Change::added));
    }

    private static List<String> ids(List<Change> changes, Predicate<Change> wanted) {
        return changes.stream().filter(wanted).map(Change::line).toList();
    }

    /** One line that is heard, or not any more. */
    record Change(String line, boolean added) {}

    /** In order, found as they are asked for. */
    static Stream<Change> changes(Document document, int here, Hearing made, ToIntFunction<String> places) {
        var now = HeardScene.choice(document, document.lines().get(here).id());
        if (made.listening().filter(was -> !was.equals(now)).isEmpty()) return Stream.empty();
        var before = HeardScene.of(document.lines(), here, made.listening().get());
        var after = HeardScene.of(document.lines(), here, now);
        var heard = new HashSet<String>();
        for (var line : made.lines()) heard.add(line.line());
        return places(before, after, places).mapToObj(i -> document.lines().get(i)).flatMap(line -> change(document, line, before, after, heard, places).stream());
    }

    private static java.util.Optional<Change> change(Document document, Line line, HeardScene before, HeardScene after, Set<String> heard,
            ToIntFunction<String> places) {
        int at = places.applyAsInt(line.id());
        boolean was = before.offers(at, line.id());
        boolean is = after.offers(at, line.id());
        boolean pinned = is && after.own().pinned().contains(line.id()) && !before.own().pinned().contains(line.id());
        if (was && !is && heard.contains(line.id())) return java.util.Optional.of(new Change(line.id(), false));
        boolean came = (is && !was || pinned) && !heard.contains(line.id()) && CurrentHearing.heard(document, line).isPresent();
        return came ? java.util.Optional.of(new Change(line.id(), true)) : java.util.Optional.empty();
    }

    /** Where the two can differ: between their beginnings, and lines pinned or left out by hand. */
    private static IntStream places(HeardScene before, HeardScene after, ToIntFunction<String> places) {
        int low = Math.min(before.from(), after.from());
        int high = Math.max(before.from(), after.from());
        var single = new TreeSet<Integer>();
        for (var set : List.of(before.own().pinned(), before.own().excluded(), after.own().pinned(), after.own().excluded())) {
            for (var id : set) {
                int at = places.applyAsInt(id);
                if (at >= 0 && (at < low || at >= high)) single.add(at);
            }
        }
        return IntStream.concat(IntStream.range(low, high), single.stream().mapToInt(i -> i));
    }
}
