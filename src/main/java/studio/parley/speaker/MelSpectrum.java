package studio.parley.speaker;

import studio.parley.audio.dsp.MelSpectra;

/** The mel spectrogram (power, not its logarithm) that docs/speaker-folder.md defines. Work space of one thread. */
final class MelSpectrum {
    private static final int SIZE = SpeakerContract.FFT;

    private final int bands;
    private final MelSpectra spectra;

    MelSpectrum(int bands) {
        this.bands = bands;
        this.spectra = new MelSpectra(bands, SIZE, SpeakerContract.HOP, SpeakerContract.SAMPLE_RATE);
    }

    /** Columns of {@code bands} values one after another: spectra centred on every hop; what is outside the audio is silence. */
    float[] of(float[] audio, int columns) {
        var out = new float[columns * bands];
        spectra.of(columns, i -> sample(audio, i - SIZE / 2), (t, powers) -> {
            for (int band = 0; band < bands; band++) out[t * bands + band] = (float) powers[band];
        });
        return out;
    }

    private static float sample(float[] audio, int i) {
        return i >= 0 && i < audio.length ? audio[i] : 0;
    }
}
