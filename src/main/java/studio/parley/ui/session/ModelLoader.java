package studio.parley.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.parley.studio.model.KnownModels;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/**
 * The loaded model, shared by the projects that are opened one after another. Loading takes seconds, so it happens on its own thread;
 * methods from any thread.
 */
public final class ModelLoader implements AutoCloseable {
    private record Wanted(Path folder, String device, int threads, Optional<Path> natives) {}

    private final AppDirectories directories;
    private final Supplier<Settings> settings;
    private final Consumer<String> fallback;
    private final ExecutorService loader = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("model").factory());
    private Optional<Wanted> loaded = Optional.empty();
    private Optional<LoadedModel> model = Optional.empty();

    /** @param fallback gets a sentence when the graphics card fails while something is computed; any thread */
    public ModelLoader(AppDirectories directories, Supplier<Settings> settings, Consumer<String> fallback) {
        this.directories = directories;
        this.settings = settings;
        this.fallback = fallback;
    }

    /**
     * The model of a project, or the one for new projects; fails with the {@link studio.parley.problem.Problem} of finding or opening it. A
     * different open model is closed first: its users must have released it.
     */
    public CompletableFuture<LoadedModel> open(Optional<String> projects) {
        return CompletableFuture.supplyAsync(() -> load(wanted(projects)), loader);
    }

    /** All available models, for takes of any of them; an open one is the default one. */
    public KnownModels known(Optional<LoadedModel> open) {
        var now = settings.get();
        var store = new ModelStore(directories, now);
        Function<Path, LoadedModel> opener = folder -> opened(folder, now.device().orElse("auto"), 0, now.natives());
        return open.map(m -> new KnownModels(store, m, opener)).orElseGet(() -> new KnownModels(store, Optional.<Path>empty(), opener));
    }

    /** Completes when all requests so far have been loaded or have failed; at once if this is closed. */
    public CompletableFuture<Void> idle() {
        try {
            return CompletableFuture.runAsync(() -> { }, loader);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private Wanted wanted(Optional<String> projects) {
        var now = settings.get();
        var threads = now.get("threads").filter(t -> t.matches("\\d{1,3}")).map(Integer::valueOf).orElse(0);
        return new Wanted(new ModelStore(directories, now).findFor(projects), now.device().orElse("auto"), threads, now.natives());
    }

    private LoadedModel load(Wanted wanted) {
        if (loaded.filter(wanted::equals).isPresent()) return model.orElseThrow();
        unload();
        var opened = opened(wanted.folder(), wanted.device(), wanted.threads(), wanted.natives());
        model = Optional.of(opened);
        loaded = Optional.of(wanted);
        return opened;
    }

    private LoadedModel opened(Path folder, String device, int threads, Optional<Path> natives) {
        var opened = LoadedModel.open(folder, device, threads, natives, directories, share -> { });
        opened.onFallback(fallback);
        return opened;
    }

    private void unload() {
        loaded = Optional.empty();
        model.ifPresent(LoadedModel::close);
        model = Optional.empty();
    }

    /** Frees the memory, after all users of the model have released it. */
    @Override
    public void close() {
        loader.execute(this::unload);
        loader.shutdown();
    }
}
