package studio.parley.studio.voices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.parley.io.IoProblem;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.voice.ReferenceFiles;
import studio.parley.voice.VoiceClip;

/** The voices that have a name: those of the user's library, and those that come with Parley. Any thread. */
public record NamedVoices(AppDirectories directories) {
    /**
     * A clip of a voice.
     *
     * @param transcript empty if nobody has written it down
     */
    public record NamedVoice(String name, Path file, String transcript, Set<String> moods) {}

    /** All clips; several of one name are moods of one voice. A clip of the library hides one that comes with Parley. */
    public List<NamedVoice> list() {
        var library = VoiceLibraryService.of(directories).library();
        var out = new ArrayList<NamedVoice>();
        for (var clip : library.list().clips()) out.add(voice(clip, library.file(clip)));
        for (var sample : samples()) if (out.stream().noneMatch(v -> v.name().equalsIgnoreCase(sample.name()))) out.add(sample);
        return out;
    }

    /** The clip of a voice whose mood is named in a direction, else one without a mood. */
    public Optional<NamedVoice> find(String name, String direction) {
        var clips = list().stream().filter(v -> v.name().equalsIgnoreCase(name.strip())).toList();
        var words = direction.toLowerCase(Locale.ROOT);
        return clips.stream().filter(v -> v.moods().stream().anyMatch(m -> words.contains(m.toLowerCase(Locale.ROOT)))).findFirst()
                .or(() -> clips.stream().filter(v -> v.moods().isEmpty()).findFirst()).or(() -> clips.stream().findFirst());
    }

    private static NamedVoice voice(VoiceClip clip, Path file) {
        return new NamedVoice(clip.name(), file, clip.transcript(), clip.moods());
    }

    /** Those of the sample conversation. */
    private Collection<NamedVoice> samples() {
        var folder = directories.program().map(p -> p.resolve("assets").resolve("samples").resolve("refs")).filter(Files::isDirectory);
        if (folder.isEmpty()) return List.of();
        try (var files = Files.list(folder.get())) {
            return files.filter(f -> f.toString().endsWith(".wav")).sorted().map(NamedVoices::sample).toList();
        } catch (IOException e) {
            throw IoProblem.of("read the folder", folder.get(), e);
        }
    }

    private static NamedVoice sample(Path file) {
        return new NamedVoice(file.getFileName().toString().replaceFirst("[.]wav$", ""), file, ReferenceFiles.transcript(file), Set.of());
    }
}
