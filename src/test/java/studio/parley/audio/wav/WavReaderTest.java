package studio.parley.audio.wav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.audio.Tones;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;

/** Files written by ffmpeg and sox (see onnx-export/reference/audio/make.py) against the formula they were made from. */
class WavReaderTest {
    @ParameterizedTest
    @CsvSource({"pcm_u8.wav,0.008", "pcm_s16le.wav,3.2e-5", "pcm_s24le.wav,1.3e-7", "pcm_s32le.wav,7e-8", "pcm_s64le.wav,7e-8",
        "pcm_f32le.wav,7e-8", "pcm_f64le.wav,7e-8", "pcm_alaw.wav,0.018", "pcm_mulaw.wav,0.018", "rf64.wav,3.2e-5",
        "streamed-sox.wav,3.2e-5", "streamed-ffmpeg.wav,3.2e-5", "sox-24.wav,1.3e-7"})
    void everyCoding(String file, double tolerance) {
        var sound = AudioFiles.decode(Tones.GOLDEN.resolve(file));
        assertEquals(22050, sound.pcm().rate());
        assertEquals(2, sound.pcm().channels());
        assertEquals(1001, sound.pcm().frames());
        assertEquals(0, Tones.worst(Tones.left(22050, 1001), sound.pcm().raw(0)), tolerance);
        assertEquals(0, Tones.worst(Tones.right(22050, 1001), sound.pcm().raw(1)), tolerance);
        assertEquals(List.of(), sound.notices());
    }

    @Test
    void extensibleWithSixChannels() {
        var sound = AudioFiles.decode(Tones.GOLDEN.resolve("six.wav"));
        assertEquals(6, sound.pcm().channels());
        assertEquals("WAV, 24-bit, 22050 Hz, 6 channels", sound.format());
    }

    @Test
    void companding() {
        assertEquals(-5504, WavSamples.aLaw(0x00));
        assertEquals(32256, WavSamples.aLaw(0xAA));
        assertEquals(-32256, WavSamples.aLaw(0x2A));
        assertEquals(8, WavSamples.aLaw(0xD5));
        assertEquals(-32124, WavSamples.muLaw(0x00));
        assertEquals(32124, WavSamples.muLaw(0x80));
        assertEquals(0, WavSamples.muLaw(0xFF));
    }

    @Test
    void cutShortIsReadAsFarAsItGoesAndSaid() {
        var whole = Tones.bytes("pcm_s16le.wav");
        var sound = Tones.decode(Arrays.copyOf(whole, whole.length - 1003));
        assertEquals(1001 - 251, sound.pcm().frames());
        assertEquals(1, sound.notices().size());
    }

    @Test
    void anOddChunkWithOrWithoutItsPadByte() {
        for (int pad = 0; pad < 2; pad++) {
            var b = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
            b.put("RIFF\0\0\0\0WAVEjunk".getBytes()).putInt(3).put(new byte[3 + pad]);
            b.put("fmt ".getBytes()).putInt(16).putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16000);
            b.putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(4).putShort((short) 16384).putShort((short) -32768);
            var pcm = Tones.decode(Arrays.copyOf(b.array(), b.position())).pcm();
            assertEquals(2, pcm.frames());
            assertEquals(0.5f, pcm.at(0, 0));
            assertEquals(-1f, pcm.at(0, 1));
        }
    }

    @Test
    void aDataSizeOfZeroMeansTheRestOfTheFile() {
        var bytes = Tones.bytes("pcm_s16le.wav");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 4 * 1001 - 4, 0);
        assertEquals(1001, Tones.decode(bytes).pcm().frames());
    }

    private static byte[] chunk(String id, long size, byte[] body) {
        return ByteBuffer.allocate(8 + body.length).order(ByteOrder.LITTLE_ENDIAN).put(id.getBytes()).putInt((int) size).put(body).array();
    }

    private static byte[] little(int... shorts) {
        var b = ByteBuffer.allocate(2 * shorts.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int s : shorts) b.putShort((short) s);
        return b.array();
    }

    private static byte[] riff(String kind, byte[]... chunks) {
        var out = new ByteArrayOutputStream();
        out.writeBytes((kind + "\0\0\0\0WAVE").getBytes());
        for (var c : chunks) out.writeBytes(c);
        return out.toByteArray();
    }

    private static final byte[] FORMAT = chunk("fmt ", 16, little(1, 1, 8000, 0, 16000, 0, 2, 16));
    private static final byte[] LIST = chunk("LIST", 4, "INFO".getBytes());
    private static final Pcm HALVES = Pcm.mono(8000, new float[] {0.5f, -0.5f});

    private static byte[] data(long size) {
        return chunk("data", size, little(16384, -16384));
    }

    /** Only what the data chunk holds is sound, whichever chunks stand around it. */
    @Test
    void chunksInAnyOrder() {
        for (var file : List.of(riff("RIFF", FORMAT, data(4)), riff("RIFF", FORMAT, data(4), LIST), riff("RIFF", data(4), FORMAT), riff("RIFF", LIST, data(4), LIST, FORMAT))) {
            assertEquals(HALVES, Tones.decode(file).pcm());
            assertEquals(List.of(), Tones.decode(file).notices());
        }
    }

    /** Above 4 GB the size of the data stands in a chunk of its own; what lies behind is no sound. */
    @Test
    void theSizesOfRf64() {
        var sizes = chunk("ds64", 28, little(0, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 0, 0));
        for (var kind : List.of("RF64", "BW64")) assertEquals(HALVES, Tones.decode(riff(kind, sizes, FORMAT, data(0xffffffffL), LIST)).pcm());
        assertEquals(HALVES, Tones.decode(riff("RF64", chunk("ds64", 8, new byte[8]), FORMAT, data(0xffffffffL))).pcm());
    }

    @Test
    void onlyWhatIsMissingIsSaid() {
        assertEquals("test ends early: its header announces 6 bytes of audio, but there are only 4. These were read.", Tones.decode(riff("RIFF", FORMAT, data(6))).notices().getFirst());
        for (long unknown : new long[] {4, 0x7FFFF000L, 0x80000000L, 0xffffffffL}) assertEquals(List.of(), Tones.decode(riff("RIFF", FORMAT, data(unknown))).notices(), unknown + "");
        assertEquals(1, Tones.decode(riff("RIFF", FORMAT, data(0x7FFFEFFFL))).notices().size());
        var nothing = assertThrows(Problem.class, () -> Tones.decode(riff("RIFF", FORMAT, chunk("data", 0, new byte[0]), LIST)));
        assertEquals("test contains no audio. Choose another file.", nothing.getMessage());
    }

    @Test
    void aLongFileIsReadInPieces(@TempDir Path folder) {
        var pcm = Pcm.of(8000, Tones.left(8000, 40_000), Tones.right(8000, 40_000));
        WavFiles.write(folder.resolve("long.wav"), pcm, SampleFormat.FLOAT_32);
        assertEquals(pcm, AudioFiles.read(folder.resolve("long.wav")));
    }

    @Test
    void notANumberBecomesSilenceAndIsSaid() {
        var bytes = Tones.bytes("pcm_f32le.wav");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 8, Float.NaN);
        var sound = Tones.decode(bytes);
        assertEquals(0f, sound.pcm().at(0, 1000));
        assertEquals(List.of("test contains 1 invalid sample (not a number, or far too large), replaced by silence."), sound.notices());
    }

    @Test
    void problemsNameTheFileAndTheRemedy() {
        var missing = assertThrows(Problem.class, () -> AudioFiles.read(Tones.GOLDEN.resolve("none.wav")));
        assertTrue(missing.getMessage().contains("none.wav"));
        assertThrows(Problem.class, () -> AudioFiles.read(Tones.GOLDEN));
        var m4a = assertThrows(Problem.class, () -> AudioFiles.read(Tones.GOLDEN.resolve("aac.m4a")));
        assertTrue(m4a.getMessage().contains("M4A") && m4a.getMessage().contains("WAV"), m4a.getMessage());
        var aac = assertThrows(Problem.class, () -> AudioFiles.read(Tones.GOLDEN.resolve("aac.aac")));
        assertTrue(aac.getMessage().contains("AAC"), aac.getMessage());
    }
}
