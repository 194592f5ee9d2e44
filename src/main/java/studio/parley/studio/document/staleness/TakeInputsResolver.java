package studio.parley.studio.document.staleness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeInputs.HeardLine;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.studio.document.model.Track;

/**
 * The inputs of a line if it were rendered now: text, delivery, reference clips, earlier takes. The renderer passes this to the model,
 * keeps the lines that fit ({@link TakeInputs#withLines}), and stores it with the take.
 */
public final class TakeInputsResolver {
    private TakeInputsResolver() {}

    /** @param defaults used if neither line, speaker nor project set a value: must have temperature and top-k */
    public static TakeInputs of(Document document, Line line, Delivery defaults, String model) {
        var scene = ContextRange.of(document, document.indexOf(line.id()));
        return of(document, line, defaults, model, scene, lines(document, scene));
    }

    /** The same without any earlier line: for a take whose context is unknown. */
    public static TakeInputs alone(Document document, Line line, Delivery defaults, String model) {
        return of(document, line, defaults, model, ContextRange.of(document, document.indexOf(line.id())), List.of());
    }

    /** The same with the earlier lines of an older take's context, as far as they exist and are still selected. */
    public static TakeInputs as(Document document, Line line, Delivery defaults, String model, TakeInputs made) {
        var scene = ContextRange.of(document, document.indexOf(line.id()));
        var lines = made.lines().stream().map(h -> document.indexOf(h.line()))
                .filter(at -> at >= 0 && at < scene.here() && scene.offers(at, document.lines().get(at).id()))
                .flatMap(at -> heard(document, document.lines().get(at)).stream()).toList();
        var known = new Delivery(made.temperature(), made.topK(), null, null);
        return of(document, line, defaults.over(known), model.equals(Staleness.UNKNOWN_MODEL) ? made.model() : model, scene, lines);
    }

    private static TakeInputs of(Document document, Line line, Delivery defaults, String model, ContextRange scene, List<HeardLine> lines) {
        var delivery = document.conversation().delivery(line, defaults);
        return new TakeInputs(document.spokenText(line), line.speaker(), delivery.temperature() == null ? 0 : delivery.temperature(),
                delivery.topK() == null ? 1 : delivery.topK(), delivery.maxMillis() == null ? 0 : delivery.maxMillis(),
                delivery.seed() == null ? 0 : delivery.seed(), model, references(document, line, scene), lines, Optional.of(scene.own()));
    }

    /** The reference clips of the speakers in the line's context, and of its own speaker, in order. */
    private static List<HeardReference> references(Document document, Line line, ContextRange scene) {
        var heard = scene.speakers(document.lines());
        var out = new ArrayList<HeardReference>();
        for (var speaker : document.conversation().speakers()) {
            if (heard.contains(speaker.number())) out.addAll(references(document, speaker.number(), speaker.number() == line.speaker()
                    ? document.decoration(line.id()).listening().mood() : ""));
        }
        return out;
    }

    /** The clips of one speaker, in order: those of a style, if there are any, else the {@link #usual} ones; none of a removed speaker. */
    static List<HeardReference> references(Document document, int number, String mood) {
        var track = document.track(number);
        return document.conversation().speakers().stream().filter(s -> s.number() == number).flatMap(s -> chosen(s, track, mood).stream()).map(r -> {
            var note = track.reference(r.path());
            return new HeardReference(number, r.path(), note.transcript() + "|" + note.trimStartMillis() + "|" + note.trimEndMillis());
        }).toList();
    }

    /** The default clips: the first, and those without a style; the others are used only if chosen. */
    public static List<Reference> usual(Speaker speaker, Track track) {
        var all = speaker.references();
        return all.stream().filter(r -> r.equals(all.getFirst()) || track.reference(r.path()).mood().isBlank()).toList();
    }

    /** The clips of a style, if there are any, else the {@link #usual} ones. */
    public static List<Reference> chosen(Speaker speaker, Track track, String mood) {
        var fitting = speaker.references().stream().filter(r -> !mood.isBlank() && track.reference(r.path()).mood().equalsIgnoreCase(mood)).toList();
        return fitting.isEmpty() ? usual(speaker, track) : fitting;
    }

    /** The earlier lines that are offered to the model, in order: those with a take, as far back as the line's context reaches. */
    private static List<HeardLine> lines(Document document, ContextRange scene) {
        var out = new ArrayList<HeardLine>();
        for (int i = 0; i < scene.here(); i++) {
            var earlier = document.lines().get(i);
            if (scene.offers(i, earlier.id())) heard(document, earlier).filter(h -> !isRest(document, earlier, h, out)).ifPresent(out::add);
        }
        return out;
    }

    /** Whether a line is the rest of a split one, whose whole take is in the context with its first part. */
    private static boolean isRest(Document document, Line line, HeardLine heard, List<HeardLine> before) {
        boolean cut = line.sounding().map(t -> document.decoration(line.id()).cut(t.id()).startMillis() > 0).orElse(false);
        return cut && !before.isEmpty() && before.getLast().clip().equals(heard.clip());
    }

    /** The current context entry of a line, if it has a take. */
    static Optional<HeardLine> heard(Document document, Line line) {
        return line.sounding().filter(t -> line.isSpoken())
                .map(take -> new HeardLine(line.id(), line.speaker(), spoken(document, line, take.id()), take.clip()));
    }

    /** The text of the take, which differs from the line's once that was edited. */
    private static String spoken(Document document, Line line, String take) {
        var heard = document.decoration(line.id()).heard().get(take);
        return heard == null ? document.spokenText(line) : heard.text();
    }
}
