package studio.parley.audio.loudness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.parley.audio.Measured;
import studio.parley.audio.Tones;
import studio.parley.audio.codec.AudioFiles;

class LoudnessMeterTest {
    /** Speech in pieces of any size: the largest values are those of the whole. */
    @Test
    void agreesWithTheWhole() {
        var speech = AudioFiles.read(Path.of("src/test/resources/golden/watermark/speech.flac")).toMono();
        var whole = Measured.loudness(speech);
        var meter = new LoudnessMeter(speech.rate());
        var x = speech.raw(0);
        var dice = new Random(1);
        double momentary = Double.NEGATIVE_INFINITY;
        double shortTerm = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < x.length; ) {
            int count = Math.min(x.length - at, 1 + dice.nextInt(500));
            meter.push(Arrays.copyOfRange(x, at, at + count), count);
            at += count;
            momentary = Math.max(momentary, meter.momentary());
            shortTerm = Math.max(shortTerm, meter.shortTerm());
        }
        assertEquals(whole.momentary(), momentary, 1e-9);
        assertEquals(whole.shortTerm(), shortTerm, 0.5);
    }

    @Test
    void forgetsAfterReset() {
        var meter = new LoudnessMeter(24_000);
        meter.push(Tones.sine(24_000, 24_000, 1000, 0.5), 24_000);
        meter.reset();
        assertEquals(Double.NEGATIVE_INFINITY, meter.shortTerm());
    }
}
