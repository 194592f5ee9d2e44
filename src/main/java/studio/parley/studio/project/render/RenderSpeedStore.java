package studio.parley.studio.project.render;

import java.nio.file.Path;
import java.util.Locale;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/** The {@link RenderSpeed} of a model on this machine, stored between sessions. Belongs to the thread that owns the project. */
final class RenderSpeedStore {
    private final Path place;
    private final LoadedModel model;
    private final QueueFile file;
    private volatile RenderSpeed speed = RenderSpeed.UNKNOWN;

    RenderSpeedStore(AppDirectories directories, LoadedModel model, QueueFile file) {
        this.place = directories.cache().resolve("pace.json");
        this.model = model;
        this.file = file;
        file.run(() -> {
            var known = RenderSpeed.read(place, key());
            if (!speed.isKnown()) speed = known;
        });
    }

    RenderSpeed speed() {
        return speed;
    }

    /** After takes of a line with an estimated {@code speech} seconds took {@code seconds} of work. */
    void learn(double seconds, double speech, int takes) {
        if (speech <= 0 || takes < 1) return;
        var next = speed.after(seconds, speech, takes);
        speed = next;
        file.run(() -> next.write(place, key()));
    }

    /** A graphics card that fails is followed by the processor. */
    private String key() {
        return model.speech().info().identity() + "/" + model.speech().runtime().device().name().toLowerCase(Locale.ROOT);
    }
}
