package studio.parley.studio.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelInfo;

/**
 * Models by their names in recipes: the default one, and the installed ones; each is opened on first use. A recipe with an unknown model
 * gets the default one. Closing frees what was opened here. One thread.
 */
public final class KnownModels implements Function<String, Optional<LoadedModel>>, AutoCloseable {
    private final ModelStore store;
    private final Optional<Path> usual;
    private final Function<Path, LoadedModel> opener;
    private final Map<Path, LoadedModel> lent = new HashMap<>();
    private final Map<Path, Optional<LoadedModel>> opened = new HashMap<>();

    public KnownModels(ModelStore store, Optional<Path> usual, Function<Path, LoadedModel> opener) {
        this.store = store;
        this.usual = usual;
        this.opener = opener;
    }

    /** A default model that is already open; it stays open. */
    public KnownModels(ModelStore store, LoadedModel usual, Function<Path, LoadedModel> opener) {
        this(store, Optional.of(usual.folder()), opener);
        lent.put(usual.folder(), usual);
    }

    @Override
    public Optional<LoadedModel> apply(String identity) {
        var installed = store.list().stream().filter(m -> m.trouble().isEmpty()).map(ModelEntry::folder);
        return Stream.concat(usual.stream(), installed).filter(folder -> isCalled(identity, folder)).findFirst()
                .or(() -> usual).flatMap(this::open);
    }

    private static boolean isCalled(String identity, Path folder) {
        try {
            return ModelInfo.read(folder).identity().equals(identity);
        } catch (Problem unusable) {
            return false;
        }
    }

    private Optional<LoadedModel> open(Path folder) {
        var known = lent.get(folder);
        return known != null ? Optional.of(known) : opened.computeIfAbsent(folder, this::tried);
    }

    /** A model that cannot be opened counts as missing. */
    private Optional<LoadedModel> tried(Path folder) {
        try {
            return Optional.of(opener.apply(folder));
        } catch (Problem unusable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        opened.values().forEach(m -> m.ifPresent(LoadedModel::close));
    }
}
