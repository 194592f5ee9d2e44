package studio.parley.ui.timeline.paint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.parley.ui.session.RenderController;

/** The largest sample of every {@value #BUCKET} of lines that are being rendered; only new samples are read. JavaFX thread only. */
final class LivePeaks {
    static final int BUCKET = 240;

    /** The data of one line so far. */
    static final class Wave {
        private int restarts = -1;
        private int read;
        private float[] loudest = new float[64];
        private int rate = 1;

        double seconds() {
            return (double) read / rate;
        }

        /** The maximum between two times. */
        float between(double from, double to) {
            int last = Math.min(read / BUCKET, (int) Math.ceil(to * rate / BUCKET));
            float out = 0;
            for (int b = (int) (from * rate / BUCKET); b < last; b++) out = Math.max(out, loudest[b]);
            return out;
        }

        private void add(float[] more) {
            int buckets = Math.ceilDiv(read + more.length, BUCKET);
            if (buckets > loudest.length) loudest = Arrays.copyOf(loudest, 2 * buckets);
            for (var v : more) {
                int bucket = read++ / BUCKET;
                loudest[bucket] = Math.max(loudest[bucket], Math.abs(v));
            }
        }
    }

    private final RenderController speech;
    private final Map<String, Wave> waves = new HashMap<>();

    LivePeaks(RenderController speech) {
        this.speech = speech;
    }

    /** The audio of a line so far. */
    Optional<Wave> of(String line) {
        return speech.partial(line).map(partial -> {
            var wave = waves.computeIfAbsent(line, l -> new Wave());
            if (wave.restarts != partial.restarts()) {
                wave = new Wave();
                wave.restarts = partial.restarts();
                waves.put(line, wave);
            }
            wave.rate = partial.rate();
            wave.add(partial.from(wave.read));
            return wave;
        });
    }

    /** Removes finished lines. */
    void keep(Set<String> lines) {
        waves.keySet().retainAll(lines);
    }
}
