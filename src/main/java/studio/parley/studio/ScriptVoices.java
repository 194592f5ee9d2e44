package studio.parley.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Speaker;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.voice.ReferenceClip;

/** Finds the reference clips of a script's speakers: its {@code @voice} lines, else files in a folder named after the speaker. */
public final class ScriptVoices {
    private static final List<String> ENDINGS = List.of(".wav", ".flac", ".mp3", ".ogg", ".oga");

    private ScriptVoices() {}

    /** In the order of the speakers; paths of {@code @voice} lines are relative to the script's folder. */
    public static List<ReferenceClip> of(Conversation conversation, Path script, Optional<Path> folder, ClipTranscripts transcripts) {
        var base = Disk.parent(script);
        var clips = new ArrayList<ReferenceClip>();
        for (var speaker : conversation.speakers()) {
            var files = new ArrayList<Path>();
            for (var reference : speaker.references()) files.add(path(base, reference.path(), speaker));
            if (files.isEmpty()) folder.ifPresent(f -> files.addAll(named(f, speaker)));
            for (var file : files) clips.add(transcripts.clip(speaker.number(), file));
        }
        return clips;
    }

    private static Path path(Path base, String path, Speaker speaker) {
        try {
            return base.resolve(path);
        } catch (java.nio.file.InvalidPathException e) {
            throw new Problem(Problem.Kind.INPUT, "The voice of " + speaker.name() + ", '" + path + "', is not a valid file name. Correct it.", e);
        }
    }

    private static List<Path> named(Path folder, Speaker speaker) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> isNamed(f.getFileName().toString(), speaker.name())).sorted().toList();
        } catch (IOException e) {
            throw IoProblem.of("read the folder", folder, e);
        }
    }

    private static boolean isNamed(String file, String name) {
        var lower = file.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(e -> lower.equals(name.toLowerCase(Locale.ROOT) + e));
    }
}
