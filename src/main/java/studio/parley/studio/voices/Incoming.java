package studio.parley.studio.voices;

import java.util.ArrayList;
import java.util.List;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.Edit;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.document.ReferenceNote;

/** A clip whose file lies in the project folder and that only has to be put into the document: one step, however many there are. */
public record Incoming(Reference reference, ReferenceNote note) {
    /** Clips of a speaker there is. What the speaker agreed to before holds for the new clips too. */
    public static Edit into(int speaker, List<Incoming> clips) {
        return Edit.of(clips.size() == 1 ? "Add reference" : "Add " + clips.size() + " references", document -> {
            var consent = document.track(speaker).references().values().stream().map(ReferenceNote::consent).filter(c -> !c.isBlank()).findFirst();
            var next = document;
            for (var clip : clips) {
                var n = clip.note();
                var note = n.consent().isBlank() ? new ReferenceNote(n.mood(), consent.orElse(""), n.transcript(), n.trimStartMillis(), n.trimEndMillis()) : n;
                next = ProjectEdits.addReference(speaker, clip.reference(), note).change().apply(next);
            }
            return next;
        });
    }

    /** A new speaker for every clip. */
    public static Edit asSpeakers(List<Named> voices) {
        return Edit.of(voices.size() == 1 ? "Add " + voices.getFirst().name() : "Add " + voices.size() + " speakers", document -> {
            var next = document;
            for (var voice : voices) {
                var all = new ArrayList<>(next.conversation().speakers());
                int number = ProjectEdits.freshNumber(next);
                all.add(new Speaker(number, voice.name(), List.of(), Delivery.INHERITED));
                next = ProjectEdits.addReference(number, voice.clip().reference(), voice.clip().note()).change().apply(next.withSpeakers(all));
            }
            return next;
        });
    }

    /** A clip and what its speaker will be called. */
    public record Named(String name, Incoming clip) {}
}
