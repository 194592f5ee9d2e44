package studio.parley.studio.model.install;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import studio.parley.convert.checkpoint.Checkpoint;
import studio.parley.io.Disk;
import studio.parley.io.StrictJson;
import studio.parley.onnx.CardLibraries;
import studio.parley.onnx.OrtRuntime;
import studio.parley.speech.model.ModelContract;
import studio.parley.studio.model.ConvertCheckpoint;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.model.install.InstallEvent.Stage;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** A checkpoint on this machine becomes one of the user's models. */
final class Installation {
    private final AppDirectories directories;
    private final Settings settings;
    private final Consumer<InstallEvent> listener;
    private final InstallMeter meter;
    private final DoubleSupplier memorySpeed;

    Installation(AppDirectories directories, Settings settings, Consumer<InstallEvent> listener, InstallMeter meter, DoubleSupplier memorySpeed) {
        this.directories = directories;
        this.settings = settings;
        this.listener = listener;
        this.meter = meter;
        this.memorySpeed = memorySpeed;
    }

    /** The model that was made from this commit, if there is one; {@code precision} empty: any. */
    static Optional<ModelEntry> existing(ModelStore store, Snapshot checkpoint, Optional<String> precision) {
        return store.list().stream().filter(m -> m.trouble().isEmpty() && m.name().equals(checkpoint.name().path()))
                .filter(m -> precision.isEmpty() || m.precision().equalsIgnoreCase(precision.get()))
                .filter(m -> revision(m.folder()).equals(Optional.of(checkpoint.commit()))).findFirst();
    }

    /**
     * Converts, tests and installs. The model appears complete, or not at all.
     *
     * @param name of the model's folder, without the precision
     * @param precision empty: chosen for this machine
     */
    ModelEntry convert(Path checkpoint, String name, Optional<String> precision, Optional<Path> mimi, Optional<Path> tokenizer) {
        meter.stage(Stage.CONVERTING, checkpoint.toString());
        var chosen = precision.orElseGet(() -> choose(checkpoint, mimi, tokenizer));
        var request = new ConvertCheckpoint.Request(checkpoint, free(name + "-" + chosen), chosen, mimi, tokenizer, Optional.empty(), 0, false, true);
        return ConvertCheckpoint.run(request, meter::on, sentence -> listener.accept(new InstallEvent.Notice(sentence)));
    }

    private String choose(Path checkpoint, Optional<Path> mimi, Optional<Path> tokenizer) {
        try (var open = Checkpoint.open(checkpoint, mimi.orElse(null), tokenizer.orElse(null), null)) {
            var choice = PrecisionChoice.of(open.config(), device(), OrtRuntime.memory(), memorySpeed);
            listener.accept(new InstallEvent.Chosen(choice.precision().label(), choice.reason()));
            return choice.precision().label();
        }
    }

    private String device() {
        return settings.device().orElseGet(() -> new CardLibraries(directories.cardLibraries()).state() == CardLibraries.State.COMPLETE ? "cuda" : "auto");
    }

    /** A folder that does not exist yet. */
    Path free(String name) {
        var folder = directories.models().resolve(name);
        for (int i = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); i++) folder = directories.models().resolve(name + "-" + i);
        return folder;
    }

    private static Optional<String> revision(Path model) {
        return Disk.text(model.resolve(ModelContract.MODEL_JSON)).flatMap(StrictJson::object).map(j -> j.get("source"))
                .flatMap(s -> s instanceof JsonObject source && source.has("revision") ? Optional.of(source.get("revision").getAsString()) : Optional.empty());
    }
}
