package studio.parley.watermark;

import java.nio.charset.StandardCharsets;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;

/**
 * The inaudible watermark that says "made with this installation of Parley": noise known only to the holder of the key, at least 36 dB
 * below the speech in total and 20 dB below it in every critical band. Deterministic and thread-safe.
 *
 * <p>For the method, its robustness and a comparison see docs/decisions/0006.
 */
public final class Watermark {
    private Watermark() {}

    /** A finished mono take of any rate with the watermark added: the key's signs as noise that it masks. Silence is returned unchanged. */
    public static Pcm embed(Pcm mono, WatermarkKey key) {
        if (mono.channels() != 1) throw new IllegalArgumentException("the mark is put into mono takes, not into " + mono);
        var at24k = Resampler.resample(mono, WatermarkBand.RATE).samples(0);
        if (energy(at24k) == 0) return mono;
        // A different start for every clip: otherwise averaging many files would reveal the signs.
        int start = key.pick(ClipId.of(mono).hex().getBytes(StandardCharsets.US_ASCII), WatermarkBand.PERIOD);
        var mark = mark(at24k, signs(key, start, at24k.length));
        return added(mono, Resampler.resample(Pcm.mono(WatermarkBand.RATE, mark), mono.rate()).samples(0));
    }

    /** Searches for the key's watermark in audio of any rate and channel count. Takes about 1/40 of the duration if the watermark is there and
     * the sound was not stretched, and otherwise a few seconds more. */
    public static Detection detect(Pcm sound, WatermarkKey key) {
        return Detector.detect(sound, key, Change.grid());
    }

    private static float[] signs(WatermarkKey key, int start, int length) {
        var signs = key.signs(WatermarkBand.PERIOD);
        var out = new float[length];
        for (int i = 0; i < length; i++) out[i] = signs[(start + i) % WatermarkBand.PERIOD];
        return out;
    }

    /** The noise for this speech alone; none for silence. */
    static float[] mark(float[] speech, float[] signs) {
        double energy = energy(speech);
        return energy == 0 ? new float[speech.length] : shaped(speech, signs, energy * PsychoacousticShaping.decibels(-PsychoacousticShaping.TOTAL_DB));
    }

    private static float[] shaped(float[] speech, float[] signs, double allowed) {
        var shaping = PsychoacousticShaping.of(WatermarkBand.spectrogram(speech));
        // Overlapping frames share the energy: one sample's counts size/hop times, in size/2 + 1 of size bins, under the window.
        double perBin = 2.0 * WatermarkBand.HOP / WatermarkBand.SIZE * 2.0 / WatermarkBand.SIZE;
        double level = shaping.level(allowed / perBin);
        var mark = WatermarkBand.spectrogram(signs);
        for (int t = 0; t < mark.frames(); t++) {
            for (int k = 0; k < mark.bins(); k++) {
                double gain = WatermarkBand.contains(k) ? Math.sqrt(shaping.power(t, k, level) / mark.windowPower()) : 0;
                mark.re[t][k] *= (float) gain;
                mark.im[t][k] *= (float) gain;
            }
        }
        var out = mark.back();
        double excess = energy(out) / allowed;
        if (excess > 1) for (int i = 0; i < out.length; i++) out[i] *= (float) (1 / Math.sqrt(excess));
        return out;
    }

    private static double energy(float[] x) {
        double sum = 0;
        for (var v : x) sum += v * (double) v;
        return sum;
    }

    private static Pcm added(Pcm sound, float[] mark) {
        var out = sound.samples(0);
        for (int i = 0; i < Math.min(out.length, mark.length); i++) out[i] += mark[i];
        return Pcm.mono(sound.rate(), out);
    }
}
