package studio.parley.studio.project;

import java.nio.file.Path;
import studio.parley.dialogue.Delivery;
import studio.parley.speech.model.ModelInfo;
import studio.parley.speech.text.Reading;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.model.LoadedModel;

/**
 * The values used if neither line, speaker nor project set them, and the model's name in take inputs: both are needed to determine whether
 * a take is stale ({@link studio.parley.studio.document.staleness.Staleness#of}). All callers must use the same.
 */
public record ModelDefaults(Delivery delivery, String model, Reading reading) {
    /** While the model is still loading. */
    public static final ModelDefaults LOADING = new ModelDefaults(Delivery.INHERITED, Staleness.UNKNOWN_MODEL, Reading.AS_WRITTEN);

    /** A text as the model reads it. */
    public String spoken(String text) {
        return reading.spoken(text);
    }

    public static ModelDefaults of(LoadedModel model) {
        return of(model.speech().info());
    }

    /** For a model folder that need not be loaded; reads its description. */
    public static ModelDefaults of(Path folder) {
        return of(ModelInfo.read(folder));
    }

    /** Without any model: as if the project's model were installed, so that only other changes count. */
    public static ModelDefaults of(Document document) {
        return new ModelDefaults(Delivery.INHERITED, ProjectModel.ofTakes(document).orElse(""), Reading.AS_WRITTEN);
    }

    private static ModelDefaults of(ModelInfo info) {
        var own = info.sampling();
        // Through its decimal form, because 0.9f as a double is not 0.9.
        var delivery = new Delivery(Double.valueOf(Float.toString(own.temperature())), own.topK(), null, null);
        return new ModelDefaults(delivery, info.label(), info.reading());
    }
}
