package studio.parley.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.cli.options.Terminal;
import studio.parley.cli.options.UserSettings;
import studio.parley.problem.Problem;
import studio.parley.studio.model.ConvertCheckpoint;
import studio.parley.studio.model.ConvertNetwork;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.settings.AppDirectories;

/** Converts a checkpoint to a model folder. */
@Command(name = "convert", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Convert a CSM or Whisper checkpoint to a model (no Python needed).",
        description = {"", "Reads Hugging Face's transformers layout (a folder with config.json, safetensors and tokenizer.json) and "
                + "Sesame's original one "
            + "(model.safetensors, with --mimi and --tokenizer). A Whisper checkpoint, of transformers or CTranslate2, becomes a recogniser "
            + "for 'parley transcribe'; Resemblyzer's weights, saved as safetensors, become a speaker encoder. An interrupted conversion leaves nothing behind.", ""},
        footer = {"", "Example: parley convert ~/csm-1b -o ~/models/csm --precision int4"})
final class ConvertCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CHECKPOINT", description = "A checkpoint folder, or one .safetensors file.")
    Path checkpoint = Path.of("");

    @Option(names = {"-o", "--output"}, paramLabel = "MODEL",
            description = "The model folder to create. Default: a folder named after the checkpoint where 'parley models' finds it.")
    @Nullable Path output;

    @Option(names = "--precision", paramLabel = "P",
            description = "fp32, fp16, int8, int4 (default; int8 for Whisper, fp16 for a speaker encoder) or compact: smaller is faster. all but fp32 also run on graphics cards; "
                    + "compact is int8 with the codec and embedding tables in 8 bits as well, for small models that are distributed.")
    @Nullable String precision;

    @Option(names = "--mimi", paramLabel = "FILE", description = "The Mimi codec (Kyutai's or transformers'), if the checkpoint does not contain it.")
    @Nullable Path mimi;

    @Option(names = "--tokenizer", paramLabel = "FILE", description = "The Llama 3 tokenizer.json, if the checkpoint does not contain it.")
    @Nullable Path tokenizer;

    @Option(names = "--lora", paramLabel = "ADAPTER",
            description = "A LoRA adapter as PEFT saves it (adapter_config.json, adapter_model.safetensors), merged into the checkpoint. "
                    + "An adapter folder as CHECKPOINT also works if its base model is next to it.")
    @Nullable Path lora;

    @Option(names = "--context", paramLabel = "N",
            description = "Context length in tokens: 2048, 4096 or another number. Default: that of the checkpoint.")
    int context;

    @Option(names = "--force", description = "Replace MODEL if it is an existing model folder.")
    boolean force;

    @Option(names = "--no-check", description = "Do not test the converted model.")
    boolean unchecked;

    @Option(names = "--json", description = "Print JSON: one object when done.")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var directories = AppDirectories.ofUser();
        var kind = ConvertNetwork.Kind.of(checkpoint);
        if (kind.isPresent()) return network(kind.get(), directories);
        if (context < 0) throw Problem.input("--context " + context + " is below 0. Use 0 or more.");
        var place = output != null ? output : new ModelStore(directories, UserSettings.read(directories, spec.commandLine().getErr())).place(lora != null ? lora : checkpoint);
        var terminal = new Terminal(spec.commandLine().getErr());
        var request = new ConvertCheckpoint.Request(checkpoint, place, precision == null ? "int4" : precision, Optional.ofNullable(mimi),
                Optional.ofNullable(tokenizer), Optional.ofNullable(lora), context, force, !unchecked);
        var made = ConvertCheckpoint.run(request, p -> terminal.progress(words(p)), terminal::line);
        done(terminal, made.name(), made.folder(), made.precision(), made.bytes(), List.of("context", made.context()));
        return ExitCode.DONE.number();
    }

    private int network(ConvertNetwork.Kind kind, AppDirectories directories) {
        if (mimi != null || tokenizer != null || lora != null || context != 0) {
            throw Problem.input(checkpoint + " is " + kind.words() + ", for which --mimi, --tokenizer, --lora and --context have no meaning. Leave them out.");
        }
        var place = output != null ? output : kind.place(directories).resolve(checkpoint.toAbsolutePath().normalize().getFileName());
        var terminal = new Terminal(spec.commandLine().getErr());
        var made = ConvertNetwork.run(kind, new ConvertNetwork.Request(checkpoint, place, Optional.ofNullable(precision), force), p -> terminal.progress(words(p)));
        done(terminal, String.valueOf(made.folder().getFileName()), made.folder(), made.precision(), made.bytes(), List.of());
        return ExitCode.DONE.number();
    }

    /** {@code more} are names and values for JSON. */
    private void done(Terminal terminal, String name, Path folder, String made, long bytes, List<Object> more) {
        if (json) {
            var values = new ArrayList<Object>(List.of("name", name, "folder", folder.toString(), "precision", made));
            values.addAll(more);
            values.addAll(List.of("bytes", bytes));
            spec.commandLine().getOut().println(Json.of(Json.object(values.toArray())));
        } else {
            terminal.line(String.format(Locale.ROOT, "%s: %s, %s, %.1f MB", folder, name, made, bytes / 1e6));
        }
    }

    private static String words(ConvertCheckpoint.Progress p) {
        var left = p.secondsLeft() < 0 ? "" : "  " + TimeFormat.clock(p.secondsLeft(), 0) + " left";
        return String.format(Locale.ROOT, "%3.0f %%  %s%s  %s", 100 * p.fraction(), p.stage(), left, p.what());
    }
}
