package studio.parley.watermark;

import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;

/** Computes the watermark of one clip: the key's signs as noise, shaped to be masked by it. */
final class Embedder {
    private Embedder() {}

    static Pcm embed(Pcm sound, WatermarkKey key) {
        var at24k = Resampler.resample(sound, WatermarkBand.RATE).samples(0);
        double energy = energy(at24k);
        if (energy == 0) return sound;
        // A different start for every clip: otherwise averaging many files would reveal the signs.
        int start = key.pick(ClipId.of(sound).hex().getBytes(java.nio.charset.StandardCharsets.US_ASCII), WatermarkBand.PERIOD);
        var mark = shaped(at24k, signs(key, start, at24k.length), energy * PsychoacousticShaping.decibels(-PsychoacousticShaping.TOTAL_DB));
        return added(sound, Resampler.resample(Pcm.mono(WatermarkBand.RATE, mark), sound.rate()).samples(0));
    }

    private static float[] signs(WatermarkKey key, int start, int length) {
        var signs = key.signs(WatermarkBand.PERIOD);
        var out = new float[length];
        for (int i = 0; i < length; i++) out[i] = signs[(start + i) % WatermarkBand.PERIOD];
        return out;
    }

    private static float[] shaped(float[] speech, float[] signs, double allowed) {
        var shaping = PsychoacousticShaping.of(WatermarkBand.spectrogram(speech));
        // Overlapping frames share the energy: one sample's counts size/hop times, in size/2 + 1 of size bins, under the window.
        double perBin = 2.0 * WatermarkBand.HOP / WatermarkBand.SIZE * 2.0 / WatermarkBand.SIZE;
        double level = shaping.level(allowed / perBin);
        var mark = WatermarkBand.spectrogram(signs);
        for (int t = 0; t < mark.frames(); t++) {
            for (int k = 0; k < mark.bins(); k++) {
                boolean inBand = k >= WatermarkBand.LOW && k <= WatermarkBand.HIGH;
                double gain = inBand ? Math.sqrt(shaping.power(t, k, level) / mark.windowPower()) : 0;
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
