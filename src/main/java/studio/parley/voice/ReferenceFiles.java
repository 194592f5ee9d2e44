package studio.parley.voice;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import studio.parley.problem.Problem;

/**
 * Finds reference clips in a folder like csm-multi's diffe.py: {@code reference.wav} is speaker 0; every other file whose name contains
 * "reference" and ends in ".wav" follows in the order of Python's {@code list.sort()} (by code point) as speaker 1, 2, …. One without a
 * transcript (the same name with ".txt") is skipped with a notice and keeps its number, so that the numbers of the others do not depend on
 * it. {@code reference.wav} itself may lack one. Without {@code reference.wav} there are none.
 *
 * <p>In diffe.py a clip that follows a skipped one gets a wrong transcript or ends the program; here it gets its own.
 */
public final class ReferenceFiles {
    private static final String FIRST = "reference.wav";
    private static final Comparator<String> BY_CODE_POINT = (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private ReferenceFiles() {}

    /** The clips found, with notices about skipped ones; only {@code reference.wav} may lack a transcript. */
    public record Found(List<ReferenceClip> references, List<String> notices) {
        public Found {
            references = List.copyOf(references);
            notices = List.copyOf(notices);
        }
    }

    public static Found in(Path folder) {
        if (!Files.isRegularFile(folder.resolve(FIRST))) {
            return new Found(List.of(), List.of("No " + FIRST + " in " + folder + ": starting without reference clips."));
        }
        var references = new ArrayList<ReferenceClip>();
        var notices = new ArrayList<String>();
        var names = names(folder);
        for (int speaker = 0; speaker < names.size(); speaker++) {
            var audio = folder.resolve(names.get(speaker));
            var transcript = transcript(audio);
            if (speaker == 0 && transcript.isEmpty()) notices.add(audio + " has no transcript, so the voice will be less accurate.");
            if (speaker > 0 && transcript.isEmpty()) notices.add("Skipping " + audio + ": " + beside(audio) + " is missing or empty.");
            else references.add(new ReferenceClip(speaker, audio, transcript));
        }
        if (names.size() > 5) notices.add(names.size() + " reference clips take up much of the model's context; a context of 4096 may be needed.");
        return new Found(references, notices);
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            var names = new ArrayList<>(files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".wav") && n.contains("reference") && !n.equals(FIRST)).sorted(BY_CODE_POINT).toList());
            names.addFirst(FIRST);
            return names;
        } catch (IOException e) {
            throw Problem.disk("Could not read the folder " + folder + ". Check its permissions.", e);
        }
    }

    /** The transcript of a clip: the stripped text of the file next to it with the extension ".txt"; empty if there is none. */
    public static String transcript(Path audio) {
        var file = beside(audio);
        if (!Files.isRegularFile(file)) return "";
        try {
            if (Files.size(file) > 1_000_000) {
                throw Problem.input(file + " is too large for a transcript. It should contain only the spoken words.");
            }
            return text(Files.readAllBytes(file));
        } catch (IOException e) {
            throw Problem.disk("Could not read the transcript " + file + ". Check its permissions.", e);
        }
    }

    /** The path of a clip's transcript. */
    public static Path beside(Path audio) {
        var name = audio.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return audio.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".txt");
    }

    /** UTF-8, or Windows-1252 if it is not valid UTF-8. */
    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
            return (text.startsWith("\ufeff") ? text.substring(1) : text).strip();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252")).strip();
        }
    }
}
