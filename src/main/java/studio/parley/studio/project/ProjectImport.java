package studio.parley.studio.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.script.Script;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.io.Disk;
import studio.parley.problem.Problem;
import studio.parley.studio.ClipTranscripts;
import studio.parley.studio.ReferenceCut;
import studio.parley.studio.ScriptVoices;
import studio.parley.studio.document.edit.LongLines;
import studio.parley.studio.document.edit.ScriptPaste;
import studio.parley.studio.document.journal.AtomicFolder;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Track;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.studio.voices.ImportedClip;
import studio.parley.voice.ReferenceClip;

/** Imports scripts: as a new project, or again into an open one. Reads and copies files; not for a thread that must not block. */
public final class ProjectImport {
    private ProjectImport() {}

    /**
     * Creates a project folder from a script with its voices: those of its {@code @voice} lines, else files in {@code voices} named after
     * the speakers. Clips are copied into the project with their transcripts.
     *
     * @param form empty: detected from name and text
     * @throws Problem if the script cannot be read, a clip or its transcript is missing, or the folder is a project already
     */
    public static ImportedProject create(Path script, Optional<ScriptFormat> form, Optional<Path> voices, ClipTranscripts transcripts, Path root) {
        if (ProjectFolder.isProject(root)) throw Problem.input(root + " is already a project. Open it, or choose another name.");
        ProjectFolder.refuseInside(root);
        var parsed = LongLines.split(Script.parse(script, form));
        var conversation = parsed.conversation();
        var notices = new ArrayList<>(parsed.notices());
        var clips = ScriptVoices.of(conversation, script, voices, transcripts);
        for (var speaker : conversation.speakers()) {
            if (clips.stream().noneMatch(c -> c.speaker() == speaker.number())) notices.add(speaker.name() + " has no reference clip and gets a random voice.");
        }
        clips.forEach(c -> ReferenceCut.notice(c.file(), ClipImporter.sound(c.file())).ifPresent(notices::add));
        if (conversation.lines().stream().noneMatch(Line::isSpoken)) notices.add(script + " has no text to speak.");
        var folder = new ProjectFolder(root.toAbsolutePath().normalize());
        var project = AtomicFolder.fill(root, () -> Project.create(root, document(conversation, clips, new ClipImporter(folder)::clip)));
        return new ImportedProject(project, notices);
    }

    /** A document of a conversation whose speakers have these clips, in this order; {@code put} brings one into the project. */
    public static Document document(Conversation conversation, List<ReferenceClip> clips, Function<ReferenceClip, ImportedClip> put) {
        var speakers = new ArrayList<Speaker>();
        var tracks = new HashMap<Integer, Track>();
        for (var speaker : conversation.speakers()) {
            var references = new LinkedHashSet<Reference>();
            var track = Track.of(speaker.number());
            for (var clip : clips) {
                if (clip.speaker() != speaker.number()) continue;
                var own = put.apply(clip);
                if (references.add(own.reference())) track = track.with(own.reference().path(), own.note());
            }
            speakers.add(new Speaker(speaker.number(), speaker.name(), List.copyOf(references), speaker.delivery()));
            tracks.put(speaker.number(), track);
        }
        var document = Document.of(new Conversation(conversation.title(), speakers, conversation.lines(), conversation.delivery()));
        for (var track : tracks.entrySet()) document = document.with(track.getKey(), track.getValue());
        return document;
    }

    /** The changes a script file would make in a document, its speakers mapped by their names; see {@link ScriptPaste#with}. */
    public static ScriptDiff compare(Document document, Path script, Optional<ScriptFormat> form) {
        return ScriptDiff.of(document, ScriptPaste.of(document, script, form));
    }

    /**
     * The audio files in a script's {@code @voice} lines for speakers that are new in the document, by their future name: to be added by
     * {@link ClipImporter} after the import.
     */
    public static Map<String, List<Path>> newVoices(Document document, ScriptDiff diff, Path script) {
        var known = document.conversation().speakers().stream().map(Speaker::number).toList();
        var cast = diff.script().cast(document);
        var names = new HashMap<Integer, String>();
        for (var speaker : cast.speakers()) names.put(speaker.number(), speaker.name());
        var base = Disk.parent(script);
        var out = new LinkedHashMap<String, List<Path>>();
        for (var speaker : diff.script().pasted().speakers()) {
            int number = cast.number(speaker.number());
            if (known.contains(number)) continue;
            for (var reference : speaker.references()) {
                out.computeIfAbsent(names.get(number), n -> new ArrayList<>()).add(base.resolve(reference.path()));
            }
        }
        return out;
    }

    /** An open project made from a script, and notices for people. */
    public record ImportedProject(Project project, List<String> notices) {
        public ImportedProject {
            notices = List.copyOf(notices);
        }
    }
}
