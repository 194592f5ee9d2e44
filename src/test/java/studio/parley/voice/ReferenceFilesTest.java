package studio.parley.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFilesTest {
    @TempDir
    Path folder;

    private void clip(String name, String transcript) throws Exception {
        Files.writeString(folder.resolve(name + ".wav"), "not looked at");
        if (!transcript.isEmpty()) Files.writeString(folder.resolve(name + ".txt"), transcript);
    }

    private List<String> found() {
        return ReferenceFiles.in(folder).references().stream()
                .map(r -> r.speaker() + " " + r.file().getFileName() + " " + r.transcript()).toList();
    }

    /** sorted(["reference10.wav", "reference2.wav", "referenceB.wav", "referencea.wav", "my reference.wav"]) in Python. */
    @Test
    void sortsAsPythonDoesAndNumbersByPosition() throws Exception {
        clip("reference", "zero\n");
        clip("reference2", " two ");
        clip("reference10", "ten");
        clip("referencea", "a");
        clip("referenceB", "");
        clip("my reference", "mine");
        clip("other", "no");
        Files.writeString(folder.resolve("reference3.WAV"), "");
        assertEquals(List.of("0 reference.wav zero", "1 my reference.wav mine", "2 reference10.wav ten", "3 reference2.wav two",
                "5 referencea.wav a"), found());
        var notices = ReferenceFiles.in(folder).notices();
        assertTrue(notices.getFirst().contains("referenceB.txt"), notices.toString());
    }

    /** Python compares code points, Java's strings UTF-16 units: U+FF21 comes before U+1F600 only in Python. */
    @Test
    void sortsByCodePoint() throws Exception {
        clip("reference", "zero");
        clip("reference\uD83D\uDE00", "smile");
        clip("reference\uFF21", "wide A");
        assertEquals(List.of("0 reference.wav zero", "1 reference\uFF21.wav wide A", "2 reference\uD83D\uDE00.wav smile"), found());
    }

    @Test
    void theFirstMayLackATranscriptAndMustBeThere() throws Exception {
        clip("reference1", "one");
        assertEquals(List.of(), found());
        clip("reference", "");
        assertEquals(List.of("0 reference.wav ", "1 reference1.wav one"), found());
    }

    @Test
    void transcriptsInOldEncodings() throws Exception {
        Files.write(folder.resolve("a.txt"), "caf\u00e9".getBytes(Charset.forName("windows-1252")));
        Files.writeString(folder.resolve("b.txt"), "\ufeffcaf\u00e9 ");
        assertEquals("caf\u00e9", ReferenceFiles.transcript(folder.resolve("a.mp3")));
        assertEquals("caf\u00e9", ReferenceFiles.transcript(folder.resolve("b.wav")));
        assertEquals("", ReferenceFiles.transcript(folder.resolve("c.wav")));
    }
}
