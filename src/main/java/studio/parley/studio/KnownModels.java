package studio.parley.studio;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.parley.problem.Problem;
import studio.parley.speech.ModelInfo;

/**
 * Models by what recipes call them: the usual one, and those that are installed; each is opened when it is first asked for. A recipe
 * that names none of them gets the usual one. Closing frees what was opened here. One thread.
 */
public final class KnownModels implements Function<String, Optional<OpenModel>>, AutoCloseable {
    private final ModelStore store;
    private final Optional<Path> usual;
    private final Function<Path, OpenModel> opener;
    private final Map<Path, OpenModel> lent = new HashMap<>();
    private final Map<Path, Optional<OpenModel>> opened = new HashMap<>();

    public KnownModels(ModelStore store, Optional<Path> usual, Function<Path, OpenModel> opener) {
        this.store = store;
        this.usual = usual;
        this.opener = opener;
    }

    /** A usual one that is open already; it stays so. */
    public KnownModels(ModelStore store, OpenModel usual, Function<Path, OpenModel> opener) {
        this(store, Optional.of(usual.folder()), opener);
        lent.put(usual.folder(), usual);
    }

    @Override
    public Optional<OpenModel> apply(String identity) {
        var installed = store.list().stream().filter(m -> m.trouble().isEmpty()).map(FoundModel::folder);
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

    private Optional<OpenModel> open(Path folder) {
        var known = lent.get(folder);
        return known != null ? Optional.of(known) : opened.computeIfAbsent(folder, this::tried);
    }

    /** A model that cannot be opened is none. */
    private Optional<OpenModel> tried(Path folder) {
        try {
            return Optional.of(opener.apply(folder));
        } catch (Problem unusable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        opened.values().forEach(m -> m.ifPresent(OpenModel::close));
    }
}
