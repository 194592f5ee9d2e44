package studio.parley.studio.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Relation;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.Hearing.HeardLine;
import studio.parley.studio.document.Hearing.HeardReference;

/**
 * What a line would be made from if it were rendered now: words, delivery, reference clips, earlier takes. Whoever renders gives
 * the model this, keeps of the lines those that had room ({@link Hearing#withLines}), and hands it in with the take.
 */
public final class CurrentHearing {
    /** So many lines are heard at least in a scene. */
    private static final int SCENE_LINES = 5;
    /** A pause this long begins a new scene. */
    private static final int SCENE_PAUSE = 3000;

    private CurrentHearing() {}

    /** @param defaults what holds where neither line, speaker nor project say: temperature and top-k must be there */
    public static Hearing of(Document document, Line line, Delivery defaults, String model) {
        var delivery = document.conversation().delivery(line, defaults);
        return new Hearing(document.spokenText(line), line.speaker(), delivery.temperature() == null ? 0 : delivery.temperature(),
                delivery.topK() == null ? 1 : delivery.topK(), delivery.maxMillis() == null ? 0 : delivery.maxMillis(),
                delivery.seed() == null ? 0 : delivery.seed(), model, references(document, line), lines(document, line));
    }

    /**
     * The reference clips of all speakers, in order: the model hears every voice of the conversation. Of the line's own speaker
     * those of the line's mood, if there are any; else, as of everybody, the {@link #usual} ones.
     */
    static List<HeardReference> references(Document document, Line line) {
        var out = new ArrayList<HeardReference>();
        var mood = document.decoration(line.id()).listening().mood();
        for (var speaker : document.conversation().speakers()) {
            var track = document.track(speaker.number());
            for (var reference : speaker.number() == line.speaker() ? chosen(speaker, track, mood) : usual(speaker, track)) {
                var note = track.reference(reference.path());
                var detail = note.transcript() + "|" + note.trimStartMillis() + "|" + note.trimEndMillis();
                out.add(new HeardReference(speaker.number(), reference.path(), detail));
            }
        }
        return out;
    }

    /** The clips that are heard when no mood is asked for: the first, and those without a mood; the others wait to be asked for. */
    public static List<Reference> usual(Speaker speaker, Track track) {
        var all = speaker.references();
        return all.stream().filter(r -> r.equals(all.getFirst()) || track.reference(r.path()).mood().isBlank()).toList();
    }

    private static List<Reference> chosen(Speaker speaker, Track track, String mood) {
        var fitting = speaker.references().stream().filter(r -> !mood.isBlank() && track.reference(r.path()).mood().equalsIgnoreCase(mood)).toList();
        return fitting.isEmpty() ? usual(speaker, track) : fitting;
    }

    /** The earlier lines that are offered to the model, in order: those with a take, as far back as the line listens. */
    private static List<HeardLine> lines(Document document, Line line) {
        var own = document.decoration(line.id()).listening();
        int here = document.indexOf(line.id());
        int from = switch (own.preset().orElse(document.settings().listening())) {
            case REFERENCES -> here;
            case SCENE -> sceneStart(document, here);
            case CONVERSATION -> 0;
        };
        var out = new ArrayList<HeardLine>();
        for (int i = 0; i < here; i++) {
            var earlier = document.lines().get(i);
            boolean wanted = own.pinned().contains(earlier.id()) || i >= from && !own.excluded().contains(earlier.id());
            if (wanted) heard(document, earlier).filter(h -> !isRest(document, earlier, h, out)).ifPresent(out::add);
        }
        return out;
    }

    /** Whether a line is the rest of a split one, whose whole take was heard with its first part. */
    private static boolean isRest(Document document, Line line, HeardLine heard, List<HeardLine> before) {
        boolean cut = line.sounding().map(t -> document.decoration(line.id()).cut(t.id()).startMillis() > 0).orElse(false);
        return cut && !before.isEmpty() && before.getLast().clip().equals(heard.clip());
    }

    /** What is heard of a line now, if it has a take. */
    static Optional<HeardLine> heard(Document document, Line line) {
        return line.sounding().filter(t -> line.isSpoken())
                .map(take -> new HeardLine(line.id(), line.speaker(), spoken(document, line, take.id()), take.clip()));
    }

    /** The words the take says, which are not the line's any more once that was edited. */
    private static String spoken(Document document, Line line, String take) {
        var heard = document.decoration(line.id()).heard().get(take);
        return heard == null ? document.spokenText(line) : heard.text();
    }

    private static int sceneStart(Document document, int here) {
        for (int i = here; i > 0; i--) {
            var line = document.lines().get(i);
            int gap = line.pauseMillis() + (line.relation() instanceof Relation.After(int millis) ? millis : 0);
            if (gap >= SCENE_PAUSE) return Math.min(i, Math.max(0, here - SCENE_LINES));
        }
        return 0;
    }
}
