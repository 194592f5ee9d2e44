package studio.parley.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Cancellation;
import studio.parley.speech.Generation;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.StopReason;

/**
 * Runs one generation to its end: counts frames, passes the first take of each line to its listener as it is generated, ends lines that are
 * cancelled.
 */
final class UtteranceRunner implements AutoCloseable {
    private final SpeechModel model;
    private final Generation generation;
    private final List<Row> rows = new ArrayList<>();
    private final long begin;
    private long firstFrame;

    /** A take of a line; the first take's sound grows while it is generated, if somebody wants it. */
    private record Row(Utterance line, int take, Optional<GrowingSound> sound) {}

    /** @param lines whose takes are the rows of the generation, in order */
    UtteranceRunner(SpeechModel model, Generation generation, List<Utterance> lines) {
        this.begin = System.nanoTime();
        this.model = model;
        this.generation = generation;
        for (var line : lines) {
            for (int i = 0; i < line.prompt().takes().size(); i++) {
                rows.add(new Row(line, i, i == 0 && line.listener().wantsSound() ? Optional.of(new GrowingSound(model.mimiDecoder().open(), line.listener())) : Optional.empty()));
            }
        }
    }

    /** The finished takes of the lines. */
    List<List<Renderer.Attempt>> run() {
        stopCancelled();
        var speaking = speaking();
        for (int frames = 1; generation.advance(); frames++) {
            if (frames == 1) firstFrame = System.nanoTime() - begin;
            hear();
            for (var line : speaking) line.listener().status(new RenderStatus.Speaking(frames, line.limit(), 1 / model.info().frameRate()));
            stopCancelled();
            speaking = speaking();
        }
        var out = new ArrayList<List<Renderer.Attempt>>();
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).take() == 0) out.add(new ArrayList<>());
            out.getLast().add(attempt(r));
        }
        return out;
    }

    /** The lines of which some take is unfinished. */
    private Set<Utterance> speaking() {
        var out = Collections.<Utterance>newSetFromMap(new IdentityHashMap<>());
        for (int r = 0; r < rows.size(); r++) if (generation.ending(r) == StopReason.SPEAKING) out.add(rows.get(r).line());
        return out;
    }

    private void stopCancelled() {
        Cancellation.stopIfWished();
        for (int r = 0; r < rows.size(); r++) if (rows.get(r).line().listener().isCancelled()) generation.cancel(r);
    }

    private Renderer.Attempt attempt(int row) {
        var prompt = rows.get(row).line().prompt();
        var codes = generation.codes(row);
        var ending = generation.ending(row);
        var sound = Pcm.mono(model.info().sampleRate(), codes.frames() == 0 || ending == StopReason.CANCELLED ? new float[model.info().samplesPerFrame()] : samples(row));
        return new Renderer.Attempt(prompt.takes().get(rows.get(row).take()), prompt.together(), codes, sound, TakeAnalyzer.of(prompt.text(), codes, ending, sound),
                List.of(), generation.fedPositions(row), firstFrame);
    }

    private float[] samples(int row) {
        return rows.get(row).sound().map(GrowingSound::samples).orElseGet(() -> model.mimiDecoder().decode(generation.codes(row)));
    }

    private void hear() {
        for (int r = 0; r < rows.size(); r++) {
            int row = r;
            rows.get(r).sound().ifPresent(s -> s.add(generation.codesFrom(row, s.frames())));
        }
    }

    @Override
    public void close() {
        rows.forEach(r -> r.sound().ifPresent(GrowingSound::close));
    }
}
