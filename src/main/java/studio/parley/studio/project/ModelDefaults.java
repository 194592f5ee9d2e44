package studio.parley.studio.project;

import java.nio.file.Path;
import studio.parley.dialogue.Delivery;
import studio.parley.speech.ModelInfo;
import studio.parley.studio.LoadedModel;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;

/**
 * What holds where neither line, speaker nor project say, and how the model is called in what a take was made from: both are
 * needed to tell whether a take is stale ({@link studio.parley.studio.document.staleness.Staleness#of}). Everybody who asks that must ask
 * with the same.
 */
public record ModelDefaults(Delivery delivery, String model) {
    /** While the model is still being loaded. */
    public static final ModelDefaults LOADING = new ModelDefaults(Delivery.INHERITED, Staleness.UNKNOWN_MODEL);

    public static ModelDefaults of(LoadedModel model) {
        return of(model.speech().info());
    }

    /** Of a model folder that need not be loaded; reads its description. */
    public static ModelDefaults of(Path folder) {
        return of(ModelInfo.read(folder));
    }

    /** Without any model: as if the one the project was made with were there, so that only other changes count. */
    public static ModelDefaults of(Document document) {
        return new ModelDefaults(Delivery.INHERITED, ProjectModel.ofTakes(document).orElse(""));
    }

    private static ModelDefaults of(ModelInfo info) {
        var own = info.sampling();
        // Through its decimal form, for 0.9f as a double is not 0.9.
        var delivery = new Delivery(Double.valueOf(Float.toString(own.temperature())), own.topK(), null, null);
        return new ModelDefaults(delivery, info.label());
    }
}
