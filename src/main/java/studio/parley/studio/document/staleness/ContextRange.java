package studio.parley.studio.document.staleness;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;

/**
 * Which earlier lines are in the context of a line, by their index in the script.
 *
 * @param from the first index its preset reaches
 * @param here its own index
 * @param own its choice, with a preset
 */
record ContextRange(int from, int here, ContextSelection own) {
    /** The minimum number of lines in a scene. */
    private static final int LINES = 5;
    /** A pause this long begins a new scene. */
    private static final int PAUSE = 3000;

    /** The current context of a line of a document. */
    static ContextRange of(Document document, int here) {
        return of(document.lines(), here, choice(document, document.lines().get(here).id()));
    }

    /** The same with another choice, which has a preset. */
    static ContextRange of(List<Line> lines, int here, ContextSelection choice) {
        int from = switch (choice.preset().orElse(ContextSelection.Preset.CONVERSATION)) {
            case REFERENCES -> here;
            case SCENE -> begin(lines, here);
            case CONVERSATION -> 0;
        };
        return new ContextRange(from, here, choice);
    }

    /** A line's effective context choice: its own preset, else the project's; styles choose clips and are not part of it. */
    static ContextSelection choice(Document document, String line) {
        var own = document.decoration(line).listening();
        return new ContextSelection(own.preset().or(() -> Optional.of(document.settings().listening())), own.pinned(), own.excluded());
    }

    /** Whether no line can be in the context, wherever this one is. */
    boolean isAlone() {
        return own.preset().equals(Optional.of(ContextSelection.Preset.REFERENCES)) && own.pinned().isEmpty();
    }

    boolean offers(int at, String id) {
        return at < here && (own.pinned().contains(id) || at >= from && !own.excluded().contains(id));
    }

    /** Numbers of the speakers in the context, including the line's own speaker. */
    Set<Integer> speakers(List<Line> lines) {
        var out = new HashSet<Integer>();
        out.add(lines.get(here).speaker());
        for (int i = 0; i < here; i++) {
            var line = lines.get(i);
            if (line.isSpoken() && !out.contains(line.speaker()) && offers(i, line.id())) out.add(line.speaker());
        }
        return out;
    }

    private static int begin(List<Line> lines, int here) {
        for (int i = here; i > 0; i--) {
            var line = lines.get(i);
            int gap = line.pauseMillis() + (line.relation() instanceof TimingRelation.After(int millis) ? millis : 0);
            if (gap >= PAUSE) return Math.min(i, Math.max(0, here - LINES));
        }
        return 0;
    }
}
