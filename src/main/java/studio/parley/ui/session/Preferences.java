package studio.parley.ui.session;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** The user's settings for the window; every change is written at once, off the JavaFX thread in order. JavaFX thread only. */
public final class Preferences {
    /** Set to "no": new reference clips are not transcribed, and the words of takes not checked. */
    public static final String EARS = Settings.EARS;
    private static final String KEYS = "key.";
    private final AppDirectories directories;
    private volatile Settings settings;
    private final Map<String, Supplier<Optional<String>>> waiting = new LinkedHashMap<>();
    private final PauseTransition rest = new PauseTransition(Duration.seconds(1));
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    public Preferences(AppDirectories directories) {
        this.directories = directories;
        rest.setOnFinished(e -> settle());
        this.settings = Settings.read(directories.settingsFile());
    }

    /** The current settings; any thread. */
    public Settings settings() {
        return settings;
    }

    public Optional<String> get(String key) {
        return settings.get(key);
    }

    /** A file or folder; an invalid path counts as not set. */
    public Optional<Path> path(String key) {
        return settings.path(key);
    }

    public double number(String key, double usual) {
        try {
            return settings.get(key).map(Double::valueOf).orElse(usual);
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    /** Chooses the model that has been used without a choice, so that a newer one does not take its place. */
    public void keepModel(Optional<Path> usual) {
        if (settings.model().isEmpty()) usual.ifPresent(u -> put("model", u.toString()));
    }

    /** Empty text removes the key. */
    public void put(String key, String value) {
        change(s -> s.with(key, value));
    }

    /** Stores {@code value} after a second without another change, or at the latest with {@link #settle}; empty changes nothing. */
    public void putLater(String key, Supplier<Optional<String>> value) {
        waiting.put(key, value);
        rest.playFromStart();
    }

    /** Stores all pending values now. */
    public void settle() {
        rest.stop();
        var due = Map.copyOf(waiting);
        waiting.clear();
        due.forEach((key, value) -> value.get().ifPresent(now -> put(key, now)));
    }

    public void change(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
        var now = settings;
        writing = writing.handle((v, e) -> null).thenRunAsync(() -> now.write(directories.settingsFile()));
    }

    /** Completes when everything stored so far is on disk, exceptionally if the last write failed. */
    public CompletableFuture<Void> written() {
        return writing.copy();
    }

    /** Keys changed by the user, by command; invalid ones count as unchanged. */
    public Map<String, Optional<KeyCombination>> keys() {
        var out = new HashMap<String, Optional<KeyCombination>>();
        settings.texts(KEYS).forEach((name, value) -> {
            try {
                out.put(name, value.equals("none") ? Optional.empty() : Optional.of(KeyCombination.valueOf(value)));
            } catch (IllegalArgumentException e) {
                out.remove(name);
            }
        });
        return out;
    }

    public void keys(Map<String, Optional<KeyCombination>> changed) {
        change(s -> {
            var next = s;
            for (var name : s.texts(KEYS).keySet()) next = next.with(KEYS + name, "");
            for (var e : changed.entrySet()) next = next.with(KEYS + e.getKey(), e.getValue().map(KeyCombination::getName).orElse("none"));
            return next;
        });
    }
}
