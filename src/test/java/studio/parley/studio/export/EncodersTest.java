package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.audio.codec.AudioTags;
import studio.parley.audio.codec.FlacEncoder;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;

class EncodersTest {
    private static final AudioTags TAGS = new AudioTags("Zoë's light", "Ann");
    @TempDir
    Path temp;

    private Path written(AudioFormat format, int rate, Pcm pcm) throws Exception {
        var file = temp.resolve("sound." + format.ending());
        try (var encoder = format.open(file, rate, pcm.channels(), TAGS)) {
            for (int at = 0; at < pcm.frames(); at += 777) encoder.write(pcm.slice(at, Math.min(pcm.frames(), at + 777)));
            encoder.commit();
        }
        try (var files = Files.list(temp)) {
            assertEquals(List.of(file), files.toList());
        }
        return file;
    }

    @Test
    void flacIsLosslessAtAnyLengthAndKindOfSound() throws Exception {
        var r = new Random(3);
        for (int frames : new int[] {1, 2, 5, 16, 4095, 4096, 4097, 20000}) {
            var noise = new float[frames];
            var loud = new float[frames];
            for (int i = 0; i < frames; i++) {
                noise[i] = Math.round(r.nextGaussian() * 8000) / 32768f;
                loud[i] = r.nextBoolean() ? -1 : 32767 / 32768f;
            }
            for (var pcm : List.of(Pcm.mono(48000, noise), Pcm.of(44100, loud, noise), Pcm.silence(24000, 1, frames))) {
                var file = written(AudioFormat.FLAC_16, pcm.rate(), pcm);
                var back = AudioFiles.read(file);
                assertEquals(pcm.frames(), back.frames());
                for (int c = 0; c < pcm.channels(); c++) for (int i = 0; i < frames; i++) {
                    assertEquals(Math.clamp(pcm.at(c, i), -1, 32767 / 32768f), back.at(c, i));
                }
            }
        }
        var tone = Scenes.sound(24000, 1);
        var back = AudioFiles.read(written(AudioFormat.FLAC_24, 24000, tone));
        for (int i = 0; i < 24000; i++) assertEquals(tone.at(0, i), back.at(0, i), 0.51 / 8388608);
        assertTrue(Files.size(temp.resolve("sound.flac")) < 24000 * 3 * 0.9);
    }

    @Test
    void flacChecksumsAreThoseOfTheFormat() {
        var bytes = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0xf4, FlacEncoder.crc8(bytes, bytes.length));
        assertEquals(0xfee8, FlacEncoder.crc16(bytes, bytes.length));
    }

    @Test
    void mp3SoundsLikeWhatWentIn() throws Exception {
        var tone = Resampler.resample(Scenes.sound(48000, 1), 48000);
        var file = written(AudioFormat.MP3, 48000, tone);
        var back = AudioFiles.read(file);
        assertTrue(Math.abs(back.frames() - tone.frames()) < 6000, back + "");
        assertTrue(best(tone, back, 3000) > 0.99);
        assertTrue(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("AI-generated speech"));
    }

    @Test
    void opusIsAnOggStreamOfTheRightLength() throws Exception {
        var tone = Resampler.resample(Scenes.sound(24000, 1), 48000);
        var bytes = Files.readAllBytes(written(AudioFormat.OPUS, 48000, tone));
        assertEquals("OggS", new String(bytes, 0, 4, StandardCharsets.US_ASCII));
        int last = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("OggS");
        assertEquals(4, bytes[last + 5]);
        long granule = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong(last + 6);
        int preSkip = bytes[28 + 10] & 0xff | (bytes[28 + 11] & 0xff) << 8;
        assertEquals(48000, granule - preSkip);
    }

    @Test
    void nothingIsLeftWithoutCommit() throws Exception {
        for (var format : AudioFormat.values()) {
            try (var encoder = format.open(temp.resolve("x." + format.ending()), format.rate(24000), 1, TAGS)) {
                encoder.write(Pcm.silence(format.rate(24000), 1, 5000));
            }
        }
        try (var files = Files.list(temp)) {
            assertEquals(List.of(), files.toList());
        }
    }

    /** The best correlation over shifts of up to {@code most} samples. */
    private static double best(Pcm a, Pcm b, int most) {
        var x = Arrays.copyOfRange(a.samples(0), 10000, 30000);
        double best = 0;
        for (int shift = -most; shift <= most; shift++) {
            double xy = 0;
            double xx = 0;
            double yy = 0;
            for (int i = 0; i < x.length; i += 4) {
                double y = b.at(0, 10000 + i + shift);
                xy += x[i] * y;
                xx += (double) x[i] * x[i];
                yy += y * y;
            }
            best = Math.max(best, xy / Math.sqrt(xx * yy));
        }
        return best;
    }

    /** LAME's presets turn the sound down a little; what is measured before encoding must be what is heard. */
    @Test
    void mp3KeepsTheLevel() throws Exception {
        for (int rate : AudioFormat.RATES) {
            for (int channels : new int[] {1, 2}) {
                var tone = new float[2 * rate];
                for (int i = 0; i < tone.length; i++) tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / rate));
                var back = AudioFiles.read(written(AudioFormat.MP3, rate, channels == 1 ? Pcm.mono(rate, tone) : Pcm.of(rate, tone, tone)));
                var middle = back.slice(rate / 2, rate * 3 / 2);
                assertEquals(20 * Math.log10(0.5 / Math.sqrt(2)), studio.parley.audio.pcm.LevelStats.of(middle).rmsDb(), 0.03, rate + " Hz, " + channels);
            }
        }
    }
}
