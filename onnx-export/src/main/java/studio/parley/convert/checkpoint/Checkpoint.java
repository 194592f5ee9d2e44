package studio.parley.convert.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.checkpoint.config.GenerationDefaults;
import studio.parley.convert.checkpoint.config.PublishedTokenizer;
import studio.parley.convert.checkpoint.layout.TensorSchemaCheck;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.Weights;

/**
 * An opened and checked checkpoint of the CSM family: its sizes match its tensors, none is missing. Weights stay memory-mapped until
 * {@link #close}. Use from one thread.
 */
public final class Checkpoint implements AutoCloseable {
    private final MappedFiles open;
    private final CheckpointLoader loaded;
    private final PublishedTokenizer tokenizer;
    private final CheckpointFiles files;
    private final Optional<LoraAdapter> adapter;

    private Checkpoint(MappedFiles open, CheckpointLoader loaded, PublishedTokenizer tokenizer, CheckpointFiles files, Optional<LoraAdapter> adapter) {
        this.open = open;
        this.loaded = loaded;
        this.tokenizer = tokenizer;
        this.files = files;
        this.adapter = adapter;
    }

    /**
     * @param path a folder as published, one {@code .safetensors} file, or a LoRA adapter's folder next to its base
     * @param mimi the codec, if the checkpoint does not contain it or another one is to be used
     * @param tokenizer the tokenizer.json, if the checkpoint does not contain it or another one is to be used
     * @param lora the folder of a LoRA adapter to merge
     *
     * Throws {@link studio.parley.problem.Problem} that names file, tensor or key and the remedy.
     */
    public static Checkpoint open(Path path, @Nullable Path mimi, @Nullable Path tokenizer, @Nullable Path lora) {
        var open = new MappedFiles();
        try {
            var meant = AdapterLocator.of(path, lora);
            var files = CheckpointFiles.find(meant.base());
            var adapter = meant.adapter().map(a -> LoraAdapter.open(a, open));
            var loaded = CheckpointLoader.load(meant.base(), files, mimi, adapter, open);
            return new Checkpoint(open, loaded, PublishedTokenizer.find(files.folder(), tokenizer, loaded.config().textVocab()), files, adapter);
        } catch (RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    /** Notices for people: a merged adapter, ignored tensors. */
    public List<String> notices() {
        var notices = new ArrayList<String>();
        adapter.ifPresent(a -> notices.add("The LoRA adapter " + a.folder() + " was merged into " + files.folder() + "."));
        if (!loaded.ignored().isEmpty()) {
            notices.add(files.folder() + " contains " + TensorSchemaCheck.listed(loaded.ignored())
                    + ", which no model of this family uses; it was ignored, as transformers does.");
        }
        return notices;
    }

    /** The merged adapter, by its folder's name. */
    public Optional<String> adapter() {
        return adapter.map(LoraAdapter::name);
    }

    public CsmConfig config() {
        return loaded.config();
    }

    public Weights weights() {
        return loaded.tensors();
    }

    /** The context length of the checkpoint: {@code max_position_embeddings}. */
    public int positions() {
        return loaded.positions();
    }

    public PublishedTokenizer tokenizer() {
        return tokenizer;
    }

    public GenerationDefaults generation() {
        return GenerationDefaults.read(files.folder(), config().audioVocab());
    }

    /** "transformers" or "sesame". */
    public String layout() {
        return loaded.layout();
    }

    /** "transformers" or "kyutai". */
    public String mimiLayout() {
        return loaded.mimiLayout();
    }

    /** Element type of the weights: that of the backbone's first matrix. */
    public String dtype() {
        return loaded.dtype();
    }

    public Path folder() {
        return files.folder();
    }

    /** Every file that was read, weights first. */
    public Set<Path> sources() {
        var all = new LinkedHashSet<Path>(files.weights());
        files.index().ifPresent(i -> all.add(i.file()));
        all.addAll(loaded.mimiFiles());
        adapter.ifPresent(a -> all.addAll(a.files()));
        var small = Stream.of("config.json", "generation_config.json").map(files.folder()::resolve).filter(Files::isRegularFile);
        small.forEach(all::add);
        all.add(tokenizer.file());
        return all;
    }

    /** The publisher's commit, if the folder is a snapshot in Hugging Face's cache. */
    public Optional<String> revision() {
        return HubSnapshot.of(files.folder()).map(HubSnapshot::revision);
    }

    /** The name of the model: the repository of a snapshot, else the folder; with an adapter, both. */
    public String name() {
        return baseName() + adapter.filter(a -> !a.folder().equals(files.folder())).map(a -> " + " + a.name()).orElse("");
    }

    private String baseName() {
        return HubSnapshot.of(files.folder()).map(HubSnapshot::repository).orElseGet(() -> folderName(files.folder()));
    }

    private static String folderName(Path folder) {
        var name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "model" : name.toString();
    }

    @Override
    public void close() {
        open.close();
    }

    /** A folder in Hugging Face's cache: {@code models--OWNER--NAME/snapshots/COMMIT}. */
    private record HubSnapshot(String repository, String revision) {
        private static final Pattern PATH = Pattern.compile(".*models--(.+?)--(.+)/snapshots/([0-9a-f]{40})/?");

        static Optional<HubSnapshot> of(Path folder) {
            var m = PATH.matcher(folder.toAbsolutePath().normalize().toString().replace('\\', '/'));
            return m.matches() ? Optional.of(new HubSnapshot(m.group(1) + "/" + m.group(2), m.group(3))) : Optional.empty();
        }
    }
}
