package studio.parley.studio.recordings;

import java.util.ArrayList;
import java.util.List;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.ScriptEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.export.ClipEdges;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.studio.voices.ImportedClip;

/** A recording that has been read: its lines in the order of time, and who speaks them. */
public final class RecordedConversation {
    private final List<SpokenLine> lines;
    private final int speakers;
    private final boolean alike;
    private final List<String> names;
    private final List<String> notices;

    /**
     * @param speakers how many there are
     * @param alike that there may be more, whose voices were too much alike to tell apart
     * @param names of the first of them, in the order in which they first speak; the others get names that nobody has
     * @param notices sentences for people
     */
    RecordedConversation(List<SpokenLine> lines, int speakers, boolean alike, List<String> names, List<String> notices) {
        this.lines = List.copyOf(lines);
        this.speakers = speakers;
        this.alike = alike;
        this.names = List.copyOf(names);
        this.notices = List.copyOf(notices);
    }

    public List<String> notices() {
        return notices;
    }

    /** How many people speak. */
    public int speakers() {
        return speakers;
    }

    /** Whether there may be more people, whose voices are too much alike to tell apart without being told how many there are. */
    public boolean areAlike() {
        return alike;
    }

    /** How many lines there are. */
    public int size() {
        return lines.size();
    }

    /** Takes and reference clips that lie in the project's folder and only have to be put into the document. */
    public record Stored(List<Take> takes, List<List<ImportedClip>> clips) {}

    /** Writes the sounds into a project's folder; not for a thread that must not wait. */
    public Stored store(ClipStore clipStore, ClipImporter importer) {
        var takes = lines.stream().map(l -> new Take("T1", clipStore.put(l.sound()).hex(), TakeRecipe.RECORDED, l.to() - l.from(), l.recording().rate(), List.of())).toList();
        var clips = new ArrayList<List<ImportedClip>>();
        for (int i = 0; i < speakers; i++) {
            int speaker = i;
            var name = i < names.size() ? names.get(i) : "Speaker " + (i + 1);
            clips.add(SpeakerClip.of(lines.stream().filter(l -> l.speaker() == speaker).toList())
                    .map(c -> importer.whole(c.sound(), name, ReferenceMetadata.NONE.withHeard(c.words()))).stream().toList());
        }
        return new Stored(takes, clips);
    }

    /** Adds the lines at the end, at the times of the recording; speakers with a name that the document has are those. */
    public Edit appended(Stored stored) {
        return Edit.of("Import recording", document -> {
            var next = document;
            var numbers = new ArrayList<Integer>();
            for (int i = 0; i < speakers; i++) {
                var name = i < names.size() ? names.get(i) : freshName(next, i + 1);
                var known = ImportedClip.named(next, name);
                int number = known.map(Speaker::number).orElse(ProjectEdits.freshNumber(next));
                if (known.isEmpty()) next = ProjectEdits.addSpeaker(Speaker.named(number, name)).change().apply(next);
                var clips = stored.clips().get(i);
                boolean isNeeded = next.conversation().speaker(number).references().isEmpty();
                if (isNeeded && !clips.isEmpty()) next = ImportedClip.into(number, clips).change().apply(next);
                numbers.add(number);
            }
            return withLines(next, numbers, stored.takes());
        });
    }

    /** The voice without a name is not that of an earlier recording; names that were given come later. */
    private String freshName(Document document, int first) {
        int number = first;
        while (isTaken(document, "Speaker " + number)) number++;
        return "Speaker " + number;
    }

    private boolean isTaken(Document document, String name) {
        return ImportedClip.named(document, name).isPresent() || names.stream().anyMatch(name::equalsIgnoreCase);
    }

    private Document withLines(Document document, List<Integer> numbers, List<Take> takes) {
        var ids = ScriptEdits.freshIds(document, lines.size());
        boolean isFirst = document.lines().isEmpty();
        var added = new ArrayList<Line>();
        // When the lines before have ended, in milliseconds of the recording; if others stand before the first, it follows them like any line.
        long ended = isFirst || lines.isEmpty() ? 0 : lines.getFirst().fromMillis() - TimingRelation.NEXT.millis();
        for (int i = 0; i < lines.size(); i++) {
            var spoken = lines.get(i);
            int gap = (int) Math.max(0, spoken.fromMillis() - ended);
            var line = Line.of(ids.get(i), numbers.get(spoken.speaker()), spoken.text());
            // What comes first in a conversation follows nothing: only a pause keeps its time.
            boolean isAlone = isFirst && i == 0;
            added.add((isAlone ? line.withTiming(TimingRelation.NEXT, gap) : line.withTiming(new TimingRelation.After(gap), 0)).with(takes.get(i)));
            ended += gap + ClipEdges.whole(takes.get(i));
        }
        var all = new ArrayList<>(document.lines());
        all.addAll(added);
        var next = document.withLines(all);
        for (var line : added) {
            var made = TakeInputs.recorded(next.spokenText(line), line.speaker());
            next = next.with(line.id(), next.decoration(line.id()).withHeard(line.takes().getFirst().id(), made));
        }
        return next;
    }
}
