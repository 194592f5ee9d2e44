package studio.parley.studio.document.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.ContextSelection.Preset;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeInputs.HeardLine;

/**
 * The context choice of takes that an older Parley made without storing it. It is taken to be that of the project as it is read, so that a
 * later change shows; a newer program alone changes nothing. Only what the take heard against that choice shows that the choice was another.
 */
final class OlderChoices {
    private OlderChoices() {}

    /** A document in which every rendered take with inputs has a context choice. */
    static Document known(Document document) {
        var changed = new HashMap<String, LineSettings>();
        document.decorations().forEach((line, own) -> {
            var known = known(own, document.settings().listening());
            if (known != own) changed.put(line, known);
        });
        if (changed.isEmpty()) return document;
        var all = new HashMap<>(document.decorations());
        all.putAll(changed);
        return document.withDecorations(all);
    }

    private static LineSettings known(LineSettings own, Preset project) {
        var out = own;
        for (Map.Entry<String, TakeInputs> made : own.heard().entrySet()) {
            var take = made.getValue();
            if (take.listening().isEmpty() && !take.isRecorded()) out = out.withHeard(made.getKey(), take.withListening(choice(own.listening(), project, take)));
        }
        return out;
    }

    private static ContextSelection choice(ContextSelection own, Preset project, TakeInputs made) {
        var heard = made.lines().stream().map(HeardLine::line).collect(Collectors.toSet());
        var excluded = new HashSet<>(own.excluded());
        excluded.removeAll(heard);
        var preset = own.preset().orElse(project);
        boolean more = preset == Preset.REFERENCES && !own.pinned().containsAll(heard);
        return new ContextSelection(Optional.of(more ? Preset.CONVERSATION : preset), own.pinned(), excluded);
    }
}
