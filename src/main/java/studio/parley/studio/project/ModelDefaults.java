package studio.parley.studio.project;

import java.nio.file.Path;
import studio.parley.dialogue.Delivery;
import studio.parley.speech.ModelInfo;
import studio.parley.studio.OpenModel;
import studio.parley.studio.document.Document;

/**
 * What holds where neither line, speaker nor project say, and how the model is called in what a take was made from: both are
 * needed to tell whether a take is stale ({@link studio.parley.studio.document.Staleness#of}). Everybody who asks that must ask
 * with the same.
 */
public record ModelDefaults(Delivery delivery, String model) {
    private static final int SHORT = 8;

    public static ModelDefaults of(OpenModel model) {
        return of(model.speech().info());
    }

    /** Of a model folder that need not be loaded; reads its description. */
    public static ModelDefaults of(Path folder) {
        return of(ModelInfo.read(folder));
    }

    /** Without any model: as if the one that made the most takes were there, so that only other changes count. */
    public static ModelDefaults of(Document document) {
        var counts = new java.util.TreeMap<String, Integer>();
        for (var own : document.decorations().values()) {
            for (var heard : own.heard().values()) counts.merge(heard.model(), 1, Integer::sum);
        }
        var most = counts.entrySet().stream().max(java.util.Map.Entry.comparingByValue()).map(java.util.Map.Entry::getKey);
        return new ModelDefaults(Delivery.STANDARD, most.orElse(""));
    }

    private static ModelDefaults of(ModelInfo info) {
        var own = info.sampling();
        // Through its decimal form, for 0.9f as a double is not 0.9.
        var delivery = new Delivery(Double.valueOf(Float.toString(own.temperature())), own.topK(), null, null);
        var identity = info.identity().substring(0, Math.min(SHORT, info.identity().length()));
        return new ModelDefaults(delivery, info.name() + " " + identity);
    }
}
