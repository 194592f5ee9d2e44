package studio.parley.studio.project.render;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import studio.parley.io.Disk;
import studio.parley.problem.Problem;

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
        try {
            var tree = Disk.text(file).map(JsonParser::parseString).orElseGet(JsonObject::new);
            var own = tree.getAsJsonObject().getAsJsonObject(key);
            var pace = own == null ? UNKNOWN : new RenderSpeed(own.get("work").getAsDouble(), own.get("lines").getAsInt());
            return pace.work > 0 && Double.isFinite(pace.work) && pace.lines > 0 ? pace : UNKNOWN;
        } catch (Problem | JsonParseException | IllegalStateException | ClassCastException | NumberFormatException | NullPointerException
                | UnsupportedOperationException | StackOverflowError damaged) {
            return UNKNOWN;
        }
    }

    /** Writes it together with those of other models. */
    void write(Path file, String key) {
        var own = new JsonObject();
        own.addProperty("work", work);
        own.addProperty("lines", lines);
        var all = others(file);
        all.add(key, own);
        Disk.write(file, all + "\n");
    }

    private static JsonObject others(Path file) {
        try {
            return Disk.text(file).map(JsonParser::parseString).map(t -> t.getAsJsonObject()).orElseGet(JsonObject::new);
        } catch (Problem | JsonParseException | IllegalStateException | StackOverflowError damaged) {
            return new JsonObject();
        }
    }
}
