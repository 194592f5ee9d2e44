package studio.parley.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;

/** Files written by ffmpeg, libFLAC, LAME and libvorbis against the formula they were made from. */
class DecodersTest {
    @ParameterizedTest
    @CsvSource({"s16.flac,22050,2,1001,1.6e-5", "s24-corr.flac,44100,2,4001,2e-7", "odd-rate.flac,11127,2,4001,1.6e-5",
        "libflac-24.flac,44100,2,4001,2e-7", "libflac-8.flac,44100,1,4001,0.008", "flac.oga,44100,1,4001,0.008"})
    void flac(String file, int rate, int channels, int frames, double tolerance) {
        var sound = AudioFiles.decode(Tones.GOLDEN.resolve(file));
        assertEquals(List.of(), sound.notices());
        assertEquals(rate, sound.pcm().rate());
        assertEquals(channels, sound.pcm().channels());
        assertEquals(frames, sound.pcm().frames());
        // The "corr" files hold the tones computed for 44.1 kHz, whatever rate they claim; their right is 0.9 of the left.
        var left = Tones.left(rate == 11127 ? 44100 : rate, frames);
        if (channels == 1) for (int i = 0; i < frames; i++) left[i] *= 0.95f;
        assertEquals(0, Tones.worst(left, sound.pcm().raw(0)), tolerance);
        if (frames == 1001) assertEquals(0, Tones.worst(Tones.right(rate, frames), sound.pcm().raw(1)), tolerance);
        else if (channels == 2) {
            assertEquals(0, Tones.worst(Pcm.mono(rate, left).times(0.9).raw(0), sound.pcm().raw(1)), tolerance);
        }
    }

    /** The samples of make.py's {@code mid_side}, of 16 bits. */
    private static Pcm midSide() {
        var x = new float[2][768];
        long seed = 1;
        for (int i = 0; i < 768; i++) {
            seed = (seed * 1103515245 + 12345) % (1L << 31);
            int n = (int) ((seed >> 16) % 33 - 16);
            seed = (seed * 1103515245 + 12345) % (1L << 31);
            int m = (int) ((seed >> 16) % 33 - 16);
            int tone = (int) Math.floor(12000 * Math.sin(2 * Math.PI * 440 * i / 44100));
            int other = i < 256 ? tone + m : tone + n + Math.floorDiv(m, 4);
            boolean turned = i >= 256 && i < 512;
            x[turned ? 1 : 0][i] = (tone + n) / 32768f;
            x[turned ? 0 : 1][i] = other / 32768f;
        }
        return Pcm.of(44100, x);
    }

    /** Channels kept as their mean and difference, or as one and the difference, come out to the bit. */
    @Test
    void flacChannelsThatWereTakenTogether() {
        var sound = AudioFiles.decode(Tones.GOLDEN.resolve("mid-side.flac"));
        assertEquals(midSide(), sound.pcm());
        assertEquals(List.of(), sound.notices());
    }

    /** What cannot be read becomes silent; what follows stays at its time. */
    @Test
    void aDamagedFlacBlockLeavesAGapOfItsLength() {
        var bytes = Tones.bytes("mid-side.flac");
        bytes[600] ^= 1;
        var sound = Tones.decode(bytes);
        var gap = Pcm.silence(44100, 2, 256);
        assertEquals(midSide().slice(0, 256).then(gap).then(midSide().slice(512, 768)), sound.pcm());
        assertEquals(List.of("test is damaged in 1 place. The damaged parts were replaced by silence."), sound.notices());
        var cut = Tones.decode(Arrays.copyOf(Tones.bytes("mid-side.flac"), 800));
        assertEquals(midSide().slice(0, 256), cut.pcm());
        assertEquals("test ends early. The part before was read.", cut.notices().getLast());
    }

    /**
     * Length to the sample and delay. LAME's own loss at 128 kb/s is 26 dB here (ffmpeg decodes to the same); a shift by one sample
     * would leave 3 kHz at 7 to 13 dB.
     */
    @ParameterizedTest
    @CsvSource({"cbr.mp3,44100,2,22050,25", "vorbis.ogg,44100,2,22050,25"})
    void lossyStereo(String file, int rate, int channels, int frames, double snr) {
        var sound = AudioFiles.decode(Tones.GOLDEN.resolve(file));
        assertEquals(List.of(), sound.notices());
        assertEquals(rate, sound.pcm().rate());
        assertEquals(channels, sound.pcm().channels());
        assertEquals(frames, sound.pcm().frames());
        var left = Tones.snr(Tones.left(rate, frames), sound.pcm().raw(0), 2000, frames - 2000);
        var right = Tones.snr(Tones.right(rate, frames), sound.pcm().raw(1), 2000, frames - 2000);
        assertTrue(left > snr && right > snr, left + " " + right);
    }

    @Test
    void mpeg2MonoVariableRate() {
        var pcm = AudioFiles.read(Tones.GOLDEN.resolve("vbr-mpeg2.mp3"));
        assertEquals(24000, pcm.rate());
        assertEquals(12000, pcm.frames());
        var mean = Pcm.of(24000, Tones.left(24000, 12000), Tones.right(24000, 12000)).toMono().times(Math.sqrt(2)); // ffmpeg mixes down so
        var snr = Tones.snr(mean.raw(0), pcm.raw(0), 2000, 10000);
        assertTrue(snr > 20, snr + "");
    }

    @Test
    void withoutALameTagOnlyTheDecodersDelayIsTakenOff() {
        var sound = AudioFiles.decode(Tones.GOLDEN.resolve("bare.mp3"));
        assertEquals("MP3, 44100 Hz, mono", sound.format());
        assertTrue(sound.pcm().frames() >= 22050 + 576 && sound.pcm().frames() < 22050 + 3 * 1152, sound.pcm() + "");
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.writeBytes(part);
        return out.toByteArray();
    }

    /** Tags, and what only looks like a frame: no sound and no damage. */
    @Test
    void whatStandsAroundMp3FramesIsNoSound() {
        var plain = Tones.decode(Tones.bytes("cbr.mp3"));
        var bytes = Tones.bytes("bare.mp3");
        var bare = Tones.decode(bytes);
        var oneHead = new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x64};
        for (var tag : List.of("TAG" + "x".repeat(125), "APETAGEX" + "\0".repeat(24))) {
            var tagged = Tones.decode(joined(Tones.bytes("cbr.mp3"), tag.getBytes()));
            assertEquals(plain.pcm(), tagged.pcm());
            assertEquals(List.of(), tagged.notices(), tag);
        }
        for (var before : List.of(joined("ID3\4\0\0\0\0\6\11".getBytes(), new byte[777 + 100]), oneHead, joined(oneHead, new byte[900]), joined(oneHead, oneHead))) {
            var found = Tones.decode(joined(before, bytes));
            assertEquals(bare.pcm(), found.pcm(), before.length + " bytes in front");
            assertEquals(List.of(), found.notices());
        }
        assertEquals(1, Tones.decode(joined(bytes, new byte[40])).notices().size());
    }

    /** One frame alone is believed when the file ends behind it, and not when something else follows. */
    @Test
    void aSingleMp3Frame() {
        var bytes = Tones.bytes("bare.mp3");
        int size = bytes[208] == (byte) 0xff ? 208 : 209;
        for (int rest : new int[] {0, 3}) assertEquals(1152 - 529, Tones.decode(joined(Arrays.copyOf(bytes, size), new byte[rest])).pcm().frames());
        var problem = assertThrows(Problem.class, () -> Tones.decode(joined(Arrays.copyOf(bytes, size), new byte[4])));
        assertEquals("test contains no MP3 frames. Export or download it again.", problem.getMessage());
    }

    /** The last frame is cut: it is left out. */
    @Test
    void anMp3CutShortIsReadAsFarAsItsFramesAreWhole() {
        var bytes = Tones.bytes("bare.mp3");
        int whole = Tones.decode(bytes).pcm().frames();
        assertEquals(whole - 1152, Tones.decode(Arrays.copyOf(bytes, bytes.length - 1)).pcm().frames());
    }

    @Test
    void damageInTheMiddleIsPassedOverAndSaid() {
        for (var file : List.of("cbr.mp3", "libflac-8.flac", "vorbis.ogg")) {
            var bytes = Tones.bytes(file);
            Arrays.fill(bytes, bytes.length * 3 / 4, bytes.length * 3 / 4 + 900, (byte) 0x55);
            var sound = Tones.decode(bytes);
            assertTrue(sound.pcm().frames() > 0);
            assertEquals(1, sound.notices().size(), file);
        }
    }

    /** Seeds for which JOrbis gives NaN for all, or for nearly all, of a damaged file. */
    @Test
    void vorbisNeverGivesWhatIsNoNumber() {
        var all = assertThrows(Problem.class, () -> Tones.decode(scattered("vorbis.ogg", 842)));
        assertTrue(all.getMessage().contains("no part of it can be decoded"), all.getMessage());
        var some = Tones.decode(scattered("vorbis.ogg", 2089));
        assertTrue(some.notices().stream().anyMatch(n -> n.contains("not a number")), some.notices().toString());
        for (int c = 0; c < 2; c++) for (var s : some.pcm().raw(c)) assertTrue(Math.abs(s) <= 1e6f, s + "");
    }

    private static byte[] scattered(String file, long seed) {
        var dice = new java.util.Random(seed);
        var bytes = Tones.bytes(file);
        for (int n = 1 + dice.nextInt(20); n > 0; n--) bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt();
        return bytes;
    }

    /** Made at 24 kHz from 0.5 s; Opus always comes out at 48 kHz, its length to the sample. */
    @Test
    void opus() {
        var sound = AudioFiles.decode(Tones.GOLDEN.resolve("opus.ogg"));
        assertEquals(List.of(), sound.notices());
        assertEquals("Ogg Opus, 48000 Hz, stereo", sound.format());
        assertEquals(24000, sound.pcm().frames());
        var snr = Tones.snr(Tones.right(48000, 24000), sound.pcm().raw(1), 6000, 18000);
        assertTrue(snr > 15, snr + " dB");
    }

    @Test
    void othersAreNamed() {
        var speex = "OggS\0\2\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\1\10Speex   ".getBytes();
        assertTrue(assertThrows(Problem.class, () -> Tones.decode(speex)).getMessage().contains("Speex"));
        assertTrue(assertThrows(Problem.class, () -> Tones.decode("hello, this is text".getBytes())).getMessage().contains("text"));
        assertThrows(Problem.class, () -> Tones.decode(new byte[0]));
    }
}
