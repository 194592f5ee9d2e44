package studio.parley.render;

import java.util.Arrays;
import java.util.List;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Cancellation;
import studio.parley.speech.Generation;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.mimi.MimiStream;
import studio.parley.speech.model.Sampling;

/** Runs one generation to its end: counts frames, passes the first take to a listener as it is generated, stops when cancelled. */
final class UtteranceRunner implements AutoCloseable {
    private final SpeechModel model;
    private final Generation utterance;
    private final boolean together;
    private final int limit;
    private final RenderListener listener;
    private final long begin;
    private final MimiStream stream;
    private float[] heard = new float[0];
    private int samples;
    private long firstFrame;

    UtteranceRunner(SpeechModel model, Generation utterance, boolean together, int limit, RenderListener listener) {
        this.begin = System.nanoTime();
        this.model = model;
        this.utterance = utterance;
        this.together = together;
        this.limit = limit;
        this.listener = listener;
        this.stream = model.mimiDecoder().open();
    }

    void run() {
        int frames = 0;
        Cancellation.stopIfWished();
        while (utterance.advance()) {
            if (frames++ == 0) firstFrame = System.nanoTime() - begin;
            if (listener.wantsSound()) hear();
            listener.status(new RenderStatus.Speaking(frames, limit, 1 / model.info().frameRate()));
            Cancellation.stopIfWished();
        }
    }

    Renderer.Attempt attempt(int row, Sampling sampling, String text) {
        var codes = utterance.codes(row);
        var sound = Pcm.mono(model.info().sampleRate(), codes.frames() == 0 ? new float[model.info().samplesPerFrame()] : samples(row));
        var findings = TakeAnalyzer.of(text, codes, utterance.ending(row), sound);
        return new Renderer.Attempt(sampling, together, codes, utterance.ending(row), sound, findings, List.of(), utterance.fedPositions(row),
                firstFrame);
    }

    /** The first row continues its stream; the others are decoded at once, which gives the same samples. */
    private float[] samples(int row) {
        if (row > 0) return model.mimiDecoder().decode(utterance.codes(row));
        hear();
        return Arrays.copyOf(heard, samples);
    }

    private void hear() {
        var fresh = utterance.codesFrom(0, stream.frames());
        if (fresh.frames() == 0) return;
        var sound = stream.decode(fresh);
        if (samples + sound.length > heard.length) heard = Arrays.copyOf(heard, Math.max(2 * heard.length, samples + sound.length));
        System.arraycopy(sound, 0, heard, samples, sound.length);
        samples += sound.length;
        if (listener.wantsSound()) listener.sound(sound);
    }

    @Override
    public void close() {
        stream.close();
    }
}
