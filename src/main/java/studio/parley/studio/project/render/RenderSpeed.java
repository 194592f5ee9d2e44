package studio.parley.studio.project.render;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import studio.parley.io.Disk;

/**
 * The rendering speed of this machine with a model.
 *
 * @param work seconds of work per estimated second of speech, one take; 0 if not measured yet
 * @param lines number of measured lines
 */
record RenderSpeed(double work, int lines) {
    static final RenderSpeed UNKNOWN = new RenderSpeed(0, 0);
    /** A batch shares most of the work: each additional take costs about half a take. */
    private static final double MORE = 0.5;
    /** The weight of older lines. */
    private static final double FRESH = 0.2;

    boolean isKnown() {
        return lines > 0;
    }

    /** Seconds of work for so many takes of text that takes {@code speech} seconds. */
    double seconds(double speech, int takes) {
        return work * speech * batch(takes);
    }

    /** After a line with an estimated {@code speech} seconds took {@code seconds} of work. */
    RenderSpeed after(double seconds, double speech, int takes) {
        double seen = seconds / (speech * batch(takes));
        if (!(seen > 0) || Double.isInfinite(seen)) return this;
        double weight = Math.max(FRESH, 1.0 / (lines + 1));
        return new RenderSpeed(work + (seen - work) * weight, Math.min(lines + 1, 1_000_000));
    }

    private static double batch(int takes) {
        return 1 + MORE * (takes - 1);
    }

    /** The stored speed of a model on a device; unknown if there is no valid one. */
    static RenderSpeed read(Path file, String key) {
        return all(file).getOrDefault(key, UNKNOWN);
    }

    /** Writes it together with those of other models. */
    void write(Path file, String key) {
        var all = all(file);
        all.put(key, this);
        Disk.write(file, new Gson().toJson(all) + "\n");
    }

    private static Map<String, RenderSpeed> all(Path file) {
        try {
            var all = new TreeMap<>(new Gson().fromJson(Disk.text(file).orElse("{}"), new TypeToken<Map<String, RenderSpeed>>() {}));
            all.values().removeIf(s -> s == null || !(s.work > 0) || !Double.isFinite(s.work) || s.lines <= 0);
            return all;
        } catch (RuntimeException | StackOverflowError damaged) {
            // Gson reports damage with many exceptions, and the speed is soon measured again.
            return new TreeMap<>();
        }
    }
}
