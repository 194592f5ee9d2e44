package studio.parley.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.ConversionProgress.Stage;
import studio.parley.convert.check.CheckResult;
import studio.parley.convert.check.SelfCheck;
import studio.parley.convert.checkpoint.Checkpoint;
import studio.parley.convert.checkpoint.config.PublishedTokenizer;
import studio.parley.convert.folder.Fingerprint;
import studio.parley.convert.folder.Licences;
import studio.parley.convert.folder.StagingFolder;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelContract;
import studio.parley.tokenizer.Tokenizer;

/**
 * Converts a checkpoint to a model folder (docs/model-folder.md). The folder appears complete and tested, or not at all: a failed,
 * cancelled or killed conversion leaves nothing under its name. Needs less than 1 GB of heap whatever the checkpoint's size.
 */
public final class Converter {
    private final Conversion conversion;
    private final ConversionListener listener;
    private final ConversionMeter meter;

    private Converter(Conversion conversion, ConversionListener listener) {
        this.conversion = conversion;
        this.listener = listener;
        this.meter = new ConversionMeter(listener);
    }

    /**
     * Converts on the calling thread and returns the folder. Interrupting that thread cancels within a part of a tensor. Throws
     * {@link Problem} with a sentence about what is wrong, {@link CancellationException} if cancelled.
     */
    public static Path convert(Conversion conversion, ConversionListener listener) {
        try {
            return new Converter(conversion, listener).run();
        } catch (RuntimeException e) {
            // Reading and writing fail in many ways when interrupted; the reason is the same.
            if (Thread.currentThread().isInterrupted() && !(e instanceof CancellationException)) {
                throw (CancellationException) new CancellationException("the conversion was cancelled").initCause(e);
            }
            throw e;
        }
    }

    private Path run() {
        meter.stage(Stage.READING, conversion.checkpoint().toString());
        try (var checkpoint = Checkpoint.open(conversion.checkpoint(), conversion.mimi().orElse(null), conversion.tokenizer().orElse(null),
                conversion.lora().orElse(null));
                var unfinished = StagingFolder.begin(conversion.output(), conversion.force())) {
            checkpoint.notices().forEach(listener::notice);
            requireOutside(checkpoint);
            tryTokenizer(checkpoint.tokenizer());
            fill(unfinished.folder(), checkpoint);
            ConversionMeter.stopIfCancelled();
            unfinished.finish();
            meter.stage(Stage.DONE, conversion.output().toString());
            return conversion.output();
        }
    }

    private void fill(Path folder, Checkpoint checkpoint) {
        int context = context(checkpoint);
        try (var sources = SourceHashes.start(checkpoint.sources())) {
            meter.stage(Stage.WRITING, folder.toString());
            var space = new SpaceCheck(folder);
            var written = ModelWriter.write(checkpoint.weights(), checkpoint.config(), conversion.precision(), context, folder,
                    (tensor, done, total) -> {
                        space.require(done, total);
                        meter.wrote(tensor, done, total);
                    }, conversion.exposure());
            copyTokenizer(checkpoint.tokenizer().file(), folder);
            var names = new TreeSet<>(written.files());
            names.add(ModelContract.TOKENIZER_JSON);
            names.addAll(Licences.copyTexts(checkpoint.folder(), folder));
            meter.stage(Stage.HASHING, folder.toString());
            var files = fingerprints(folder, names);
            var json = new ModelJson(conversion, checkpoint, context, written.graphs(), written.mimiStates(), sources.get(), files);
            describe(folder, json, null);
            describe(folder, json, check(folder, files));
        }
    }

    private CheckResult check(Path folder, List<Fingerprint> files) {
        if (!conversion.check()) return CheckResult.notWanted();
        meter.stage(Stage.CHECKING, folder.toString());
        return SelfCheck.run(folder, files.stream().mapToLong(Fingerprint::bytes).sum());
    }

    private int context(Checkpoint checkpoint) {
        int context = conversion.context().orElse(checkpoint.positions());
        if (context < 16 || context > 1 << 17) {
            throw Problem.input("A context of " + context + " tokens is not possible. Use --context with a number from 16 to 131072, usually 2048.");
        }
        return context;
    }

    /** A model folder inside the checkpoint would be mistaken for a part of it, and the checkpoint for something to replace. */
    private void requireOutside(Checkpoint checkpoint) {
        var output = conversion.output().toAbsolutePath().normalize();
        if (checkpoint.folder().toAbsolutePath().normalize().startsWith(output)) {
            throw Problem.input(conversion.output() + " contains the checkpoint itself. Choose another folder.");
        }
    }

    /** Opened by the engine's own reader before anything is written, and under the name the user knows. */
    private static void tryTokenizer(PublishedTokenizer file) {
        Tokenizer.open(file.file(), file.bos(), file.eos()).close();
    }

    private List<Fingerprint> fingerprints(Path folder, Iterable<String> names) {
        var found = new ArrayList<Fingerprint>();
        for (var name : names) {
            found.add(Fingerprint.of(folder.resolve(name), bytes -> meter.hashed(name, bytes)));
            Disk.force(folder.resolve(name));
        }
        return found;
    }

    private static void copyTokenizer(Path from, Path folder) {
        try {
            Files.write(folder.resolve(ModelContract.TOKENIZER_JSON), Files.readAllBytes(from));
        } catch (IOException e) {
            throw Problem.disk("Could not copy " + from + " to " + folder + " (" + IoProblem.reason(e) + "). Free up space on that disk.", e);
        }
    }

    private static void describe(Path folder, ModelJson json, @Nullable CheckResult check) {
        var file = folder.resolve(ModelContract.MODEL_JSON);
        try {
            Files.writeString(file, json.text(check));
        } catch (IOException e) {
            throw Problem.disk("Could not write " + file + " (" + IoProblem.reason(e) + "). Free up space on that disk.", e);
        }
        Disk.force(file);
    }
}
