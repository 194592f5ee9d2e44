package studio.parley.audio;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import studio.parley.problem.Problem;

/** Whatever is done to a file, reading it gives sound or a {@link Problem}: never another exception, never a hang. */
class DecoderFuzzTest {
    private static final List<byte[]> SEEDS = List.of("pcm_s16le.wav", "pcm_f32le.wav", "rf64.wav", "six.wav", "streamed-ffmpeg.wav",
            "s16.flac", "libflac-24.flac", "cbr.mp3", "vbr-mpeg2.mp3", "bare.mp3", "vorbis.ogg", "opus.ogg", "flac.oga")
            .stream().map(Tones::bytes).toList();

    @Provide
    Arbitrary<byte[]> damaged() {
        var seed = Arbitraries.of(SEEDS);
        return Combinators.combine(seed, Arbitraries.longs(), Arbitraries.integers().between(0, 3)).as(DecoderFuzzTest::damage);
    }

    private static byte[] damage(byte[] seed, long random, int way) {
        var dice = new Random(random);
        var bytes = seed.clone();
        int heads = Math.min(bytes.length, 128);
        switch (way) {
            case 0 -> bytes = Arrays.copyOf(bytes, dice.nextInt(bytes.length));
            case 1 -> { for (int i = 0; i < 4; i++) bytes[dice.nextInt(heads)] = (byte) dice.nextInt(); }
            case 2 -> { for (int i = 0; i < 20; i++) bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(); }
            default -> {
                int from = dice.nextInt(bytes.length);
                int to = from + dice.nextInt(bytes.length - from);
                var cut = Arrays.copyOf(bytes, bytes.length - (to - from));
                System.arraycopy(bytes, to, cut, from, bytes.length - to);
                bytes = cut;
            }
        }
        return bytes;
    }

    @Property(tries = 1500)
    void damagedFiles(@ForAll("damaged") byte[] bytes) {
        try {
            var sound = Tones.decode(bytes);
            for (int c = 0; c < sound.pcm().channels(); c++) {
                for (var s : sound.pcm().raw(c)) if (!(Math.abs(s) <= 1e6f)) throw new AssertionError("not sound: " + s);
            }
        } catch (Problem expected) {
            if (expected.getMessage().isBlank()) throw new AssertionError("a problem without words");
        }
    }
}
