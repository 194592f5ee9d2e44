package studio.parley.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.script.Scripts;
import studio.parley.problem.Problem;
import studio.parley.studio.ClipTranscripts;

class ScriptVoicesTest {
    @TempDir
    Path temp;

    private void clip(String path, String words) throws Exception {
        Files.createDirectories(temp.resolve(path).getParent());
        Files.writeString(temp.resolve(path), "not looked at");
        if (!words.isEmpty()) Files.writeString(temp.resolve(path.replaceFirst("\\.[^.]*$", ".txt")), words);
    }

    private List<String> voices(String script, Optional<Path> folder) {
        var file = temp.resolve("scripts/s.txt");
        return ScriptVoices.of(Scripts.read("s.txt", script, Optional.empty()), file, folder, ClipTranscripts.WRITTEN).stream()
                .map(c -> c.speaker() + " " + temp.relativize(c.file().normalize()) + " " + c.transcript()).toList();
    }

    private void fails(String words, String script, Optional<Path> folder) {
        var problem = assertThrows(Problem.class, () -> voices(script, folder));
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }

    @Test
    void whatTheScriptNamesCountsFromTheScriptsFolder() throws Exception {
        clip("scripts/refs/ann.wav", "Ann's words.\n");
        clip("refs/ben.flac", "Ben's.");
        assertEquals(List.of("0 scripts/refs/ann.wav Ann's words.", "1 refs/ben.flac Ben's."),
                voices("@voice Ann refs/ann.wav\n@voice Ben ../refs/ben.flac\nAnn: Hello.\nBen: Hi.\n", Optional.empty()));
    }

    @Test
    void theOthersAreFoundByTheirNames() throws Exception {
        clip("scripts/ann.wav", "Own.");
        clip("voices/Ann.wav", "Not this.");
        clip("voices/BEN.MP3", "Ben's.");
        clip("voices/Benny.wav", "Not this either.");
        clip("voices/Cora.txt.bak", "");
        assertEquals(List.of("0 scripts/ann.wav Own.", "1 voices/BEN.MP3 Ben's."),
                voices("@voice Ann ann.wav\nAnn: Hello.\nBen: Hi.\nCora: Ho.\n", Optional.of(temp.resolve("voices"))));
        assertEquals(List.of(), voices("Dora: Hello.\n", Optional.of(temp.resolve("voices"))));
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        clip("scripts/dumb.wav", "");
        fails("no reference clip", "@voice Ann none.wav\nAnn: Hello.\n", Optional.empty());
        fails("dumb.txt", "@voice Ann dumb.wav\nAnn: Hello.\n", Optional.empty());
        fails("nowhere", "Ann: Hello.\n", Optional.of(temp.resolve("nowhere")));
    }
}
