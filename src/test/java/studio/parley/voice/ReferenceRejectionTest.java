package studio.parley.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;

class ReferenceRejectionTest {
    private static final int RATE = 24_000;
    private static final Pcm ANN = AudioFiles.read(Path.of("assets/samples/refs/ann.wav"));

    /** Three seconds of what a function of time gives. */
    private static Pcm sound(DoubleUnaryOperator at) {
        var out = new float[3 * RATE];
        for (int i = 0; i < out.length; i++) out[i] = (float) at.applyAsDouble((double) i / RATE);
        return Pcm.mono(RATE, out);
    }

    private static Pcm noise(double level) {
        var random = new Random(5);
        return sound(t -> level * random.nextGaussian());
    }

    @Test
    void voicesAreTakenHoweverQuietOrLoud() {
        for (var name : new String[] {"ann.wav", "ben.wav", "keeper.wav"}) {
            assertEquals(Optional.empty(), ReferenceRejection.in(AudioFiles.read(Path.of("assets/samples/refs", name))), name);
        }
        for (double gain : new double[] {0.02, 0.1, 1}) assertEquals(Optional.empty(), ReferenceRejection.in(ANN.times(gain)), "at " + gain);
        assertEquals(Optional.empty(), ReferenceRejection.in(mixed(ANN, noise(0.003))), "in a noisy room");
        assertEquals(Optional.empty(), ReferenceRejection.in(Pcm.silence(RATE, 1, 20 * RATE).then(ANN.toMono())), "after a long silence");
        assertEquals(Optional.empty(), ReferenceRejection.in(sound(t -> 0.2 * Math.sin(2 * Math.PI * 180 * t))), "a steady vowel");
    }

    private static Pcm mixed(Pcm a, Pcm b) {
        var out = a.toMono().samples(0);
        for (int i = 0; i < out.length; i++) out[i] += b.at(0, i % b.frames());
        return Pcm.mono(a.rate(), out);
    }

    @Test
    void silenceIsRefusedAlsoWithAnOffsetOrTheNoiseOfAConverter() {
        assertEquals(Optional.of(ReferenceRejection.SILENT), ReferenceRejection.in(Pcm.silence(RATE, 2, 3 * RATE)));
        assertEquals(Optional.of(ReferenceRejection.SILENT), ReferenceRejection.in(sound(t -> 0.3)));
        assertEquals(Optional.of(ReferenceRejection.SILENT), ReferenceRejection.in(noise(3e-5)));
    }

    @Test
    void noiseAndHumAndAClickAreNoVoice() {
        assertEquals(Optional.of(ReferenceRejection.NOISE), ReferenceRejection.in(noise(0.004)));
        assertEquals(Optional.of(ReferenceRejection.NOISE), ReferenceRejection.in(noise(0.1)), "a fan");
        assertEquals(Optional.of(ReferenceRejection.NOISE), ReferenceRejection.in(sound(t -> 0.004 * Math.sin(2 * Math.PI * 50 * t))), "hum");
        assertEquals(Optional.of(ReferenceRejection.NOISE), ReferenceRejection.in(mixed(sound(t -> t > 1 && t < 1.01 ? 0.8 * Math.sin(9000 * t) : 0), noise(0.002))), "a mouse");
    }

    @Test
    void whatIsTooShortIsRefusedAndEverySentenceSaysWhatToDo() {
        assertEquals(Optional.of(ReferenceRejection.SHORT), ReferenceRejection.in(ANN.slice(0, ANN.rate() / 4)));
        assertEquals(Optional.of(ReferenceRejection.SHORT), ReferenceRejection.in(Pcm.silence(RATE, 1, 0)));
        for (var why : ReferenceRejection.values()) {
            for (var said : new Exception[] {why.ofFile("a.wav", ANN), why.ofRecording(ANN)}) {
                assertTrue(said.getMessage().matches("[A-Za-z].*\\. (Choose|Record|Check) .*\\."), said.getMessage());
            }
        }
    }
}
