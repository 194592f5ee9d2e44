package studio.parley.studio.project.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import studio.parley.audio.store.ClipId;
import studio.parley.problem.Cancellation;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.likeness.CastFinding;
import studio.parley.studio.likeness.TakeVoices;
import studio.parley.studio.settings.AppDirectories;

/** What the voices in a project say, for a command: takes that nobody has heard yet are heard first. */
public final class VoiceReport {
    private VoiceReport() {}

    /**
     * Sentences for people: about takes in use that are in another voice, then about the cast. Nothing if this installation has no speaker encoder.
     *
     * @param place what a line is called, by its index
     */
    public static List<String> of(Project project, AppDirectories directories, IntFunction<String> place) {
        var open = TakeVoices.of(project.folder(), directories, 0);
        if (open.isEmpty()) return List.of();
        try (var voices = open.get()) {
            hear(project, voices);
            var document = project.document();
            var found = voices.in(document);
            var out = new ArrayList<String>();
            for (int i = 0; i < document.lines().size(); i++) {
                var name = place.apply(i);
                found.of(document.lines().get(i)).ifPresent(f -> out.add(name + ": " + f.sentence()));
            }
            found.cast().stream().map(CastFinding::sentence).forEach(out::add);
            return List.copyOf(out);
        }
    }

    private static void hear(Project project, TakeVoices voices) {
        for (var line : project.document().lines()) {
            Cancellation.stopIfWished();
            var take = line.sounding().filter(t -> line.isSpoken() && ClipId.isOne(t.clip()));
            if (take.isEmpty()) continue;
            var clip = new ClipId(take.get().clip());
            if (voices.find(clip).isEmpty()) project.clipStore().find(clip).ifPresent(sound -> voices.hear(clip, sound));
        }
    }
}
