package studio.parley.audio.wav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.Tones;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;

class WavWriterTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() {
        var pcm = Pcm.of(24000, Tones.left(24000, 777), Tones.right(24000, 777));
        WavFiles.write(folder.resolve("f.wav"), pcm, SampleFormat.FLOAT_32, WavMetadata.aiGenerated("Parley test"));
        assertEquals(pcm, AudioFiles.read(folder.resolve("f.wav")));
        WavFiles.write(folder.resolve("24.wav"), pcm, SampleFormat.PCM_24);
        assertEquals(0, Tones.worst(pcm.raw(0), AudioFiles.read(folder.resolve("24.wav")).raw(0)), 6.1e-8);
        WavFiles.write(folder.resolve("16.wav"), pcm, SampleFormat.PCM_16);
        var once = AudioFiles.read(folder.resolve("16.wav"));
        WavFiles.write(folder.resolve("16b.wav"), once, SampleFormat.PCM_16);
        assertEquals(once, AudioFiles.read(folder.resolve("16b.wav")));
    }

    @Test
    void beyondFullScaleIsHeld() {
        WavFiles.write(folder.resolve("loud.wav"), Pcm.mono(8000, new float[] {2, -2, 1}), SampleFormat.PCM_16);
        assertEquals(Pcm.mono(8000, new float[] {32767 / 32768f, -1, 32767 / 32768f}), AudioFiles.read(folder.resolve("loud.wav")));
    }

    @Test
    void descriptionsAreThere() throws Exception {
        WavFiles.write(folder.resolve("i.wav"), Pcm.silence(24000, 1, 3), SampleFormat.PCM_24, WavMetadata.aiGenerated("Parley"));
        var text = new String(Files.readAllBytes(folder.resolve("i.wav")), StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("LIST") && text.contains("INFOICMT") && text.contains("AI-generated"));
        assertEquals(3, AudioFiles.read(folder.resolve("i.wav")).frames());
    }

    @Test
    void uncommittedLeavesNothing() throws Exception {
        try (var writer = WavWriter.create(folder.resolve("x.wav"), 24000, 1, SampleFormat.PCM_16, Map.of())) {
            writer.write(Pcm.silence(24000, 1, 100));
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aPipeGetsEveryPieceAtOnceAndWhatArrivedCanBeRead() throws Exception {
        var pipe = new java.io.ByteArrayOutputStream();
        var stream = new WavStream(pipe, "standard output", 24000, 1, SampleFormat.PCM_16, WavMetadata.aiGenerated("Parley"));
        for (int i = 1; i <= 3; i++) {
            stream.write(Pcm.mono(24000, Tones.left(24000, 1920)));
            var file = Files.write(folder.resolve("s.wav"), pipe.toByteArray());
            var read = AudioFiles.decode(file);
            assertEquals(1920 * i, read.pcm().frames());
            assertEquals(List.of(), read.notices());
        }
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        var p = assertThrows(Problem.class, () -> WavFiles.write(folder.resolve("no/x.wav"), Pcm.silence(8000, 1, 1), SampleFormat.PCM_16));
        assertEquals(Problem.Kind.DISK, p.kind());
        assertFalse(p.getMessage().isBlank());
    }

    @Property(tries = 50)
    void floatSurvivesExactly(@ForAll @Size(min = 1, max = 50) float[] samples, @ForAll @IntRange(min = 1000, max = 192000) int rate)
            throws Exception {
        var tidy = new float[samples.length];
        for (int i = 0; i < tidy.length; i++) tidy[i] = Math.abs(samples[i]) <= 1e6f ? samples[i] : 0;
        var file = Files.createTempFile("parley", ".wav");
        WavFiles.write(file, Pcm.mono(rate, tidy), SampleFormat.FLOAT_32);
        assertEquals(Pcm.mono(rate, tidy), AudioFiles.read(file));
        Files.delete(file);
    }
}
