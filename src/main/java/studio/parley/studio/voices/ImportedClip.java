package studio.parley.studio.voices;

import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;

/** A clip whose file lies in the project folder and that only has to be put into the document: one step, however many there are. */
public record ImportedClip(Reference reference, ReferenceMetadata note) {
    /** Clips of a speaker there is; those the speaker has already stay as they are. What the speaker agreed to holds for the new ones too. */
    public static Edit into(int speaker, List<ImportedClip> clips) {
        return Edit.of(clips.size() == 1 ? "Add reference clip" : "Add " + clips.size() + " reference clips", document -> {
            var consent = document.track(speaker).references().values().stream().map(ReferenceMetadata::consent).filter(c -> !c.isBlank()).findFirst();
            var next = document;
            for (var clip : clips) {
                if (next.conversation().speaker(speaker).references().contains(clip.reference())) continue;
                var note = clip.note().consent().isBlank() ? clip.note().withConsent(consent.orElse("")) : clip.note();
                next = ProjectEdits.addReference(speaker, clip.reference(), note).change().apply(next);
            }
            return next;
        });
    }

    /** The clip takes the place of another of a speaker. */
    public Edit replacing(int speaker, String path) {
        var relink = ProjectEdits.relink(speaker, path, reference.path()).change();
        return Edit.of("Fix clip", d -> ProjectEdits.note(speaker, reference.path(), note).change().apply(relink.apply(d)));
    }

    /** Every clip becomes the voice of the speaker of its name, who is new unless there is one called so (large and small letters alike). */
    public static Edit asSpeakers(List<Named> voices) {
        return Edit.of(voices.size() == 1 ? "Add " + voices.getFirst().name() : "Add " + voices.size() + " voices", document -> {
            var next = document;
            for (var voice : voices) {
                var known = named(next, voice.name());
                int number = known.map(Speaker::number).orElse(ProjectEdits.freshNumber(next));
                if (known.isEmpty()) next = ProjectEdits.addSpeaker(Speaker.named(number, voice.name())).change().apply(next);
                next = into(number, List.of(voice.clip())).change().apply(next);
            }
            return next;
        });
    }

    /** The speaker of this name, large and small letters alike. */
    public static Optional<Speaker> named(Document document, String name) {
        return document.conversation().speakers().stream().filter(s -> s.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    /** A clip and what its speaker will be called. */
    public record Named(String name, ImportedClip clip) {}
}
