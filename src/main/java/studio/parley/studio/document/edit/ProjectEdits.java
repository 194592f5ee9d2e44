package studio.parley.studio.document.edit;

import java.util.List;
import java.util.function.UnaryOperator;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.document.model.Pronunciation;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.Track;

/** Edits of speakers, tracks and the project. */
public final class ProjectEdits {
    private ProjectEdits() {}

    public static Edit title(String title) {
        return Edit.joining("Title", "title", d -> d.with(new Conversation(title, d.conversation().speakers(), d.lines(), d.conversation().delivery())));
    }

    public static Edit delivery(Delivery delivery) {
        return Edit.joining("Delivery", "delivery", d -> d.with(new Conversation(d.conversation().title(), d.conversation().speakers(), d.lines(), delivery)));
    }

    public static Edit settings(String label, ProjectSettings settings) {
        return Edit.joining(label, "settings/" + label, d -> d.with(settings));
    }

    /** The lowest unused speaker number. */
    public static int freshNumber(Document document) {
        int number = 0;
        while (document.conversation().speakers().stream().map(Speaker::number).toList().contains(number)) number++;
        return number;
    }

    public static Edit addSpeaker(Speaker speaker) {
        return Edit.of("Add " + speaker.name(), d -> {
            var all = new java.util.ArrayList<>(d.conversation().speakers());
            all.add(speaker);
            return d.withSpeakers(all);
        });
    }

    /** Removes a speaker without lines; does nothing if there are lines. */
    public static Edit removeSpeaker(int number) {
        return Edit.of("Remove speaker", d -> d.lines().stream().anyMatch(l -> l.speaker() == number) ? d
                : d.withSpeakers(d.conversation().speakers().stream().filter(s -> s.number() != number).toList()));
    }

    /** Moves a speaker in the list; the number for the model stays the same. */
    public static Edit moveSpeaker(int number, int to) {
        return Edit.of("Move speaker", d -> {
            var all = new java.util.ArrayList<>(d.conversation().speakers());
            var moving = all.stream().filter(s -> s.number() == number).findFirst();
            if (moving.isEmpty()) return d;
            all.remove(moving.get());
            all.add(Math.clamp(to, 0, all.size()), moving.get());
            return d.withSpeakers(all);
        });
    }

    public static Edit rename(int number, String name) {
        return Edit.of("Rename to " + name.strip(), speaker(number, s -> new Speaker(s.number(), name, s.references(), s.delivery())));
    }

    public static Edit speakerDelivery(int number, Delivery delivery) {
        return Edit.joining("Delivery", "delivery/speaker/" + number, speaker(number, s -> new Speaker(s.number(), s.name(), s.references(), delivery)));
    }

    public static Edit addReference(int number, Reference reference, ReferenceMetadata note) {
        var change = speaker(number, s -> s.references().contains(reference) ? s : s.with(reference));
        return Edit.of("Add reference clip", d -> noted(change.apply(d), number, reference.path(), note));
    }

    public static Edit removeReference(int number, Reference reference) {
        var change = speaker(number, s -> new Speaker(s.number(), s.name(), s.references().stream().filter(r -> !r.equals(reference)).toList(), s.delivery()));
        return Edit.of("Remove reference clip", d -> noted(change.apply(d), number, reference.path(), ReferenceMetadata.NONE));
    }

    /** Makes a clip the speaker's first one, which is the default if no style is chosen. */
    public static Edit firstReference(int number, String path) {
        return Edit.of("Default clip", speaker(number, s -> {
            var all = new java.util.ArrayList<>(s.references());
            all.sort(java.util.Comparator.comparing(r -> !r.path().equals(path)));
            return new Speaker(s.number(), s.name(), all, s.delivery());
        }));
    }

    public static Edit note(int number, String path, ReferenceMetadata note) {
        return Edit.of("Reference", d -> noted(d, number, path, note));
    }

    /** How much of a clip is used; consecutive small steps become one. */
    public static Edit trim(int number, String path, int startMillis, int endMillis) {
        return Edit.joining("Trim clip", "trim clip/" + number + "/" + path,
                d -> noted(d, number, path, d.track(number).reference(path).withTrim(startMillis, endMillis)));
    }

    /** A reference file that has moved; its metadata is kept. */
    public static Edit relink(int number, String path, String elsewhere) {
        var change = speaker(number, s -> new Speaker(s.number(), s.name(),
                s.references().stream().map(r -> r.path().equals(path) ? new Reference(elsewhere) : r).toList(), s.delivery()));
        return Edit.of("Relink", d -> {
            var note = d.track(number).reference(path);
            return noted(noted(change.apply(d), number, path, ReferenceMetadata.NONE), number, elsewhere, note);
        });
    }

    public static Edit colour(int number, String colour) {
        return Edit.joining("Colour", "colour/" + number, track(number, t -> t.withColour(colour)));
    }

    public static Edit gain(int number, double db) {
        return Edit.joining("Gain", "gain/speaker/" + number, track(number, t -> t.withGain(db)));
    }

    /** How much an interrupted line is ducked, -60 to 0 dB. */
    public static Edit duck(double db) {
        return Edit.joining("Ducking", "duck", d -> {
            var s = d.settings();
            return d.with(s.withDuck(db));
        });
    }

    public static Edit mute(int number, boolean muted) {
        return Edit.of(muted ? "Mute" : "Unmute", track(number, t -> t.withMuted(muted)));
    }

    public static Edit solo(int number, boolean solo) {
        return Edit.of(solo ? "Solo" : "Solo off", track(number, t -> t.withSolo(solo)));
    }

    public static Edit pronunciations(List<Pronunciation> words) {
        return Edit.of("Pronunciation", d -> d.withPronunciations(words));
    }

    private static Document noted(Document d, int number, String path, ReferenceMetadata note) {
        boolean there = d.conversation().speakers().stream().anyMatch(s -> s.number() == number);
        return there ? d.with(number, d.track(number).with(path, note)) : d;
    }

    private static UnaryOperator<Document> track(int number, UnaryOperator<Track> change) {
        return d -> d.with(number, change.apply(d.track(number)));
    }

    private static UnaryOperator<Document> speaker(int number, UnaryOperator<Speaker> change) {
        return d -> d.withSpeakers(d.conversation().speakers().stream().map(s -> s.number() == number ? change.apply(s) : s).toList());
    }
}
