package studio.parley.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The references of a console's folder, as csm-multi's diffe.py finds them: {@code reference.wav} is speaker 0; every other
 * {@code .wav} with "reference" in its name follows, sorted as Python sorts (reference1, reference10, reference2), and is the
 * speaker of its place. Words are in the {@code .txt} of the same name; a later clip without words is skipped, but keeps its place.
 *
 * @param clips in order
 * @param notices what a person should know, in words
 */
public record ConsoleReferences(List<ReferenceClip> clips, List<String> notices) {
    private static final List<String> FIRST = List.of("reference.wav", "reference.flac", "reference.mp3", "reference.ogg");

    /** Without a first reference there are none at all. */
    public static ConsoleReferences in(Path folder) {
        var first = FIRST.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
        if (first.isEmpty()) return new ConsoleReferences(List.of(), List.of("No reference.wav found, starting without references."));
        var clips = new ArrayList<ReferenceClip>();
        var notices = new ArrayList<String>();
        var files = new ArrayList<>(List.of(first.get()));
        files.addAll(others(folder, first.get()));
        for (int i = 0; i < files.size(); i++) {
            var words = transcript(files.get(i));
            if (words.isEmpty() && i > 0) {
                notices.add("Skipping " + files.get(i).getFileName() + ": its words are missing (write them into a .txt of the same name).");
                continue;
            }
            if (words.isEmpty()) notices.add(files.get(i).getFileName() + " has no words beside it; the voice will follow it less well.");
            notices.add("Using " + files.get(i).getFileName() + " as speaker " + i + ".");
            clips.add(new ReferenceClip(i, files.get(i), words.orElse("")));
        }
        return new ConsoleReferences(clips, notices);
    }

    private static List<Path> others(Path folder, Path first) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> !f.equals(first) && isReference(f.getFileName().toString()))
                    .sorted((a, b) -> compare(a.getFileName().toString(), b.getFileName().toString())).toList();
        } catch (IOException e) {
            throw Disk.refused("read the folder", folder, e);
        }
    }

    private static boolean isReference(String name) {
        return name.endsWith(".wav") && name.contains("reference");
    }

    /** By code points, as Python compares strings; Java's own order differs beyond the basic plane. */
    private static int compare(String a, String b) {
        return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    private static Optional<String> transcript(Path clip) {
        var name = clip.getFileName().toString();
        var file = clip.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
        return Disk.text(file).map(String::strip).filter(t -> !t.isEmpty());
    }
}
