package studio.parley.studio.document.staleness;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeInputs.HeardLine;

/**
 * How a changed context choice (preset, pins, excluded lines) affects the context of a line since its take. Lines that were added, deleted
 * or changed since are not a choice and not part of it.
 *
 * @param leftOut ids of lines that were in the take's context and would not be in that of a new one, in order
 * @param added ids of lines that would be in the context of a new take and were not in that of this one, in order
 * @param silenced numbers of speakers whose reference clips were in the take's context and would not be, because no line of theirs would; in
 * order
 * @param voiced numbers of speakers whose reference clips would be new in the context, in order
 */
public record ContextChange(List<String> leftOut, List<String> added, List<Integer> silenced, List<Integer> voiced) {
    private static final ContextChange NONE = new ContextChange(List.of(), List.of(), List.of(), List.of());

    public ContextChange {
        leftOut = List.copyOf(leftOut);
        added = List.copyOf(added);
        silenced = List.copyOf(silenced);
        voiced = List.copyOf(voiced);
    }

    /** Of the take in use; empty if there is none or its context choice is unknown. */
    public static ContextChange of(Document document, Line line) {
        var inOrder = Comparator.<String>comparingInt(document::indexOf);
        return line.sounding().map(t -> document.decoration(line.id()).heard().get(t.id())).flatMap(made -> Choices.of(document, line, made))
                .map(c -> new ContextChange(c.leftOut().sorted(inOrder).toList(), c.added().sorted(inOrder).toList(), c.silenced().toList(),
                        c.voiced().toList())).orElse(NONE);
    }

    /** Whether there is any; stops at the first one. */
    static boolean isAny(Document document, Line line, TakeInputs made) {
        return Choices.of(document, line, made).filter(c -> Stream.<Supplier<Stream<?>>>of(c::leftOut, c::added, c::silenced, c::voiced)
                .anyMatch(s -> s.get().findAny().isPresent())).isPresent();
    }

    /** The take's context choice applied to the current lines, and the line's current context. */
    private record Choices(Document document, TakeInputs made, ContextRange before, ContextRange after) {
        /** Empty if both are the same. */
        static Optional<Choices> of(Document document, Line line, TakeInputs made) {
            var now = ContextRange.choice(document, line.id());
            return made.listening().filter(was -> !was.equals(now)).map(was -> {
                int here = document.indexOf(line.id());
                return new Choices(document, made, ContextRange.of(document.lines(), here, was), ContextRange.of(document.lines(), here, now));
            });
        }

        Stream<String> leftOut() {
            return made.lines().stream().map(HeardLine::line).filter(id -> {
                int at = document.indexOf(id);
                return at >= 0 && before.offers(at, id) && !after.offers(at, id);
            });
        }

        Stream<String> added() {
            return candidates().mapToObj(at -> document.lines().get(at)).filter(this::isAdded).map(Line::id);
        }

        private boolean isAdded(Line line) {
            int at = document.indexOf(line.id());
            boolean pinned = after.own().pinned().contains(line.id()) && !before.own().pinned().contains(line.id());
            return after.offers(at, line.id()) && (pinned || !before.offers(at, line.id())) && line.isSpoken() && line.sounding().isPresent()
                    && made.lines().stream().noneMatch(h -> h.line().equals(line.id()));
        }

        Stream<Integer> silenced() {
            return speakers(before, after).filter(this::isVoiced);
        }

        Stream<Integer> voiced() {
            return speakers(after, before).filter(s -> !isVoiced(s) && !TakeInputsResolver.references(document, s, "").isEmpty());
        }

        private boolean isVoiced(int speaker) {
            return made.references().stream().anyMatch(r -> r.speaker() == speaker);
        }

        /** Those with lines in one range and not in the other. */
        private Stream<Integer> speakers(ContextRange in, ContextRange out) {
            var others = out.speakers(document.lines());
            var known = in.speakers(document.lines());
            return document.conversation().speakers().stream().map(Speaker::number).filter(s -> known.contains(s) && !others.contains(s));
        }

        /** Lines between the two starts, and those pinned now or excluded then. */
        private IntStream candidates() {
            int from = after.from();
            int to = Math.max(from, before.from());
            var byHand = Stream.concat(after.own().pinned().stream(), before.own().excluded().stream()).mapToInt(document::indexOf)
                    .filter(at -> at >= 0 && (at < from || at >= to)).distinct();
            return IntStream.concat(IntStream.range(from, to), byHand);
        }
    }
}
