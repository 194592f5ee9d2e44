package studio.parley.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavCuePoint;
import studio.parley.audio.wav.WavFiles;
import studio.parley.audio.wav.WavMetadata;
import studio.parley.audio.wav.WavStream;
import studio.parley.audio.wav.WavWriter;
import studio.parley.io.AtomicFile;
import studio.parley.problem.Problem;

/** What other programs find in the files that are written, and what is said of files nobody can read. */
class WavHeaderTest {
    @TempDir
    Path folder;

    /** The reader of the JDK is a stranger to ours. */
    @Test
    void anotherReaderFindsTheSameSound() throws Exception {
        var pcm = Pcm.of(22_050, Tones.left(22_050, 333), Tones.right(22_050, 333));
        for (var format : SampleFormat.values()) {
            var file = folder.resolve(format + ".wav");
            WavFiles.write(file, pcm, format, WavMetadata.aiGenerated("Parley"));
            try (var in = AudioSystem.getAudioInputStream(file.toFile())) {
                assertEquals(333, in.getFrameLength());
                assertEquals(22_050, in.getFormat().getSampleRate());
                assertEquals(22_050, in.getFormat().getFrameRate());
                assertEquals(2, in.getFormat().getChannels());
                assertEquals(2 * format.bytes(), in.getFormat().getFrameSize());
                assertEquals(8 * format.bytes(), in.getFormat().getSampleSizeInBits());
                var bytes = in.readAllBytes();
                assertEquals(333 * 2 * format.bytes(), bytes.length);
                if (format != SampleFormat.PCM_16) continue;
                var samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < 333; i++) assertEquals(pcm.at(1, i) * 32768, samples.getShort(4 * i + 2), 0.51);
            }
        }
    }

    /** Sizes at their places, and an even number of bytes however the sound ends (RIFF). */
    @Test
    void sizesAreThoseOfTheFile() throws Exception {
        for (var format : SampleFormat.values()) for (int frames : new int[] {1, 2, 20_000}) {
            var file = folder.resolve(format + "-" + frames + ".wav");
            try (var writer = WavWriter.create(file, 8000, 1, format, Map.of())) {
                writer.write(Pcm.silence(8000, 1, frames));
                assertEquals(frames, writer.frames());
                writer.commit();
            }
            var b = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(0, b.capacity() % 2);
            assertEquals(b.capacity() - 8, b.getInt(4));
            assertEquals(8000 * format.bytes(), b.getInt(28), "bytes per second");
            int data = chunk(b, "data");
            assertEquals(frames * format.bytes(), b.getInt(data + 4));
            assertEquals(data + 8 + even(frames * format.bytes()), b.capacity());
            if (format == SampleFormat.FLOAT_32) assertEquals(frames, b.getInt(chunk(b, "fact") + 8));
        }
    }

    @Test
    void everyTextEndsOnAnEvenByteAndIsFoundByItsKey() {
        for (var text : List.of("", "a", "ab", "Zoë")) {
            var b = ByteBuffer.wrap(WavMetadata.chunk(Map.of("INAM", text))).order(ByteOrder.LITTLE_ENDIAN);
            int length = text.getBytes(StandardCharsets.UTF_8).length + 1;
            assertEquals(b.capacity() - 8, b.getInt(4));
            assertEquals(length, b.getInt(16));
            assertEquals(20 + even(length), b.capacity());
            assertEquals(text + "\0", new String(b.array(), 20, length, StandardCharsets.UTF_8));
        }
        assertEquals(0, WavMetadata.chunk(Map.of()).length);
        assertThrows(IllegalArgumentException.class, () -> WavMetadata.chunk(Map.of("name", "x")));
    }

    @Test
    void marksAreCuePointsWithLabels() throws Exception {
        var file = folder.resolve("marks.wav");
        var marks = List.of(new WavCuePoint(0, "Ann"), new WavCuePoint(77, "Zoë"));
        try (var writer = WavWriter.create("x.wav", AtomicFile.create(file), 8000, 1, SampleFormat.PCM_16, WavMetadata.aiGenerated("Parley"), marks)) {
            writer.write(Pcm.silence(8000, 1, 100));
            writer.commit();
        }
        var b = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int cue = chunk(b, "cue ");
        assertEquals(2, b.getInt(cue + 8));
        for (int i = 0; i < 2; i++) {
            int point = cue + 12 + 24 * i;
            assertEquals(i + 1, b.getInt(point));
            assertEquals(marks.get(i).frame(), b.getInt(point + 4));
            assertEquals(marks.get(i).frame(), b.getInt(point + 20));
        }
        var text = new String(b.array(), StandardCharsets.UTF_8);
        assertTrue(text.contains("adtllabl\10\0\0\0\1\0\0\0Ann\0labl\t\0\0\0\2\0\0\0Zoë\0"), text);
        assertTrue(text.contains("AI-generated"));
        assertEquals(100, AudioFiles.read(file).frames());
        assertEquals(0, WavCuePoint.chunks(List.of()).length);
    }

    @Test
    void soundOfAnotherShapeIsRefused() {
        try (var writer = WavWriter.create(folder.resolve("x.wav"), 8000, 1, SampleFormat.PCM_16, Map.of())) {
            assertThrows(IllegalArgumentException.class, () -> writer.write(Pcm.silence(16_000, 1, 1)));
            assertThrows(IllegalArgumentException.class, () -> writer.write(Pcm.silence(8000, 2, 1)));
        }
        var stream = new WavStream(new ByteArrayOutputStream(), "standard output", 8000, 1, SampleFormat.PCM_16, Map.of());
        assertThrows(IllegalArgumentException.class, () -> stream.write(Pcm.silence(16_000, 1, 1)));
    }

    @Test
    void aPipeThatWasClosedIsAProblemThatNamesIt() {
        var closed = new ByteArrayOutputStream() {
            @Override
            public void flush() throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var problem = assertThrows(Problem.class, () -> new WavStream(closed, "standard output", 8000, 1, SampleFormat.PCM_16, Map.of()));
        assertTrue(problem.getMessage().startsWith("Could not write to standard output ("), problem.getMessage());
        assertEquals(Problem.Kind.DISK, problem.kind());
    }

    private static byte[] wav(int tag, int channels, int rate, int frame, int bits) {
        var b = ByteBuffer.allocate(108).order(ByteOrder.LITTLE_ENDIAN);
        b.put("RIFF\144\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(16).putShort((short) tag).putShort((short) channels);
        b.putInt(rate).putInt(rate * frame).putShort((short) frame).putShort((short) bits).put("data".getBytes()).putInt(64);
        return b.array();
    }

    private static String refusal(byte[] file) {
        return assertThrows(Problem.class, () -> Tones.decode(file)).getMessage();
    }

    /** The sentence names what is inside, so that one knows what to convert. */
    @Test
    void whatCannotBeReadIsNamed() {
        assertEquals("test is a WAV file with IMA ADPCM audio, which Parley cannot read. Convert it to 16-bit or float WAV.", refusal(wav(0x11, 1, 8000, 1, 4)));
        assertTrue(refusal(wav(0x1234, 1, 8000, 1, 8)).contains("codec 4660 audio"));
        assertTrue(refusal(wav(1, 1, 8000, 5, 40)).contains("40-bit samples"));
        assertTrue(refusal(wav(3, 1, 8000, 2, 16)).contains("16-bit float samples"));
        assertTrue(refusal(wav(6, 1, 8000, 2, 16)).contains("16-bit companded samples"));
        assertTrue(refusal(wav(1, 0, 8000, 2, 16)).contains("claims 0 channels"));
        assertTrue(refusal(wav(1, 65, 8000, 130, 16)).contains("claims 65 channels"));
        assertTrue(refusal(wav(1, 1, 999, 2, 16)).contains("sample rate of 999 Hz"));
        assertTrue(refusal(wav(1, 1, -1, 2, 16)).contains("sample rate of 4294967295 Hz"));
        assertTrue(refusal(Arrays.copyOf(wav(1, 1, 8000, 2, 16), 36)).contains("without a data chunk"));
        assertTrue(refusal(Arrays.copyOf(wav(1, 1, 8000, 2, 16), 30)).contains("invalid format chunk"));
        assertTrue(refusal(Arrays.copyOf(wav(1, 1, 8000, 2, 16), 12)).contains("without a format chunk"));
    }

    @Test
    void theLimitsThemselvesAreFine() {
        assertEquals(1000, Tones.decode(wav(1, 1, 1000, 2, 16)).pcm().rate());
        assertEquals(64, Tones.decode(wav(1, 64, 8000, 64, 8)).pcm().channels());
        assertEquals(32, Tones.decode(wav(1, 1, 8000, 2, 12)).pcm().frames(), "12 bits in 16");
        assertEquals(32, Tones.decode(wav(1, 1, 1_000_000, 0, 16)).pcm().frames(), "a writer that gave no frame size");
        assertEquals("WAV, A-law, 8000 Hz, mono", Tones.decode(wav(6, 1, 8000, 1, 8)).format());
        assertEquals("WAV, mu-law, 8000 Hz, stereo", Tones.decode(wav(7, 2, 8000, 2, 8)).format());
        assertEquals("WAV, 8-bit, 8000 Hz, 3 channels", Tones.decode(wav(1, 3, 8000, 3, 8)).format());
        assertEquals("WAV, 32-bit float, 8000 Hz, mono", Tones.decode(wav(3, 1, 8000, 4, 32)).format());
    }

    private static int even(int n) {
        return n + n % 2;
    }

    private static int chunk(ByteBuffer b, String id) {
        int at = 12;
        while (!new String(b.array(), at, 4, StandardCharsets.US_ASCII).equals(id)) at += 8 + even(b.getInt(at + 4));
        return at;
    }
}
