package studio.parley.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.cli.options.StandardInput;
import studio.parley.cli.options.UserSettings;
import studio.parley.download.AccessProblem;
import studio.parley.download.NetworkOptions;
import studio.parley.download.Token;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.model.install.GetModel;
import studio.parley.studio.model.install.ModelSource;
import studio.parley.studio.settings.AppDirectories;

/** Downloads and installs a model. Only this command and {@link GpuSetupCommand} open a connection. */
@Command(name = "get", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Download a model from Hugging Face, convert and test it.",
        description = {"", "Only this command and 'parley gpu setup' open a connection. Ctrl-C pauses; the same command continues, also after a crash.", ""},
        footer = {"", "Proxies: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY. HF_ENDPOINT sets another server, HF_TOKEN a token."})
final class GetModelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "csm-1b, marvis, or OWNER/NAME[@REVISION] of a CSM checkpoint on Hugging Face.")
    String name = "";

    @Option(names = "--precision", paramLabel = "P", description = "fp32, fp16, int8, int4 or compact. Default: chosen by the memory of this machine and its speed.")
    @Nullable String precision;

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file with a Hugging Face token, for models that need one; - for standard input. "
            + "A token that is accepted is kept in Parley's settings folder, readable by you only.")
    @Nullable Path tokenFile;

    @Option(names = "--keep-download", description = "Keep the downloaded checkpoint after it was converted.")
    boolean keep;

    @Option(names = "--discard", description = "Remove what an interrupted download has left, and download nothing.")
    boolean discard;

    @Option(names = "--json", description = "Print JSON, one event per line: found, progress, precision, notice, waiting, installed.")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var directories = AppDirectories.ofUser();
        var settings = UserSettings.read(directories, spec.commandLine().getErr());
        var source = ModelSource.of(name);
        if (discard) {
            GetModel.discard(directories, source);
            return ExitCode.DONE.number();
        }
        var report = new InstallReport(spec.commandLine(), json);
        var job = new GetModel(directories, settings, NetworkOptions.usual(), report);
        var worker = Thread.currentThread();
        try (var stop = Cancellation.whenWished(worker::interrupt)) {
            var made = run(job, new GetModel.Request(source, Optional.ofNullable(precision), keep, Optional.ofNullable(tokenFile).map(GetModelCommand::read)));
            report.installed(made, new ModelStore(directories, settings));
        }
        return ExitCode.DONE.number();
    }

    /** Asks for a token only when one is needed, and only on a terminal. */
    private ModelEntry run(GetModel job, GetModel.Request request) {
        try {
            return job.run(request);
        } catch (AccessProblem needed) {
            var console = System.console();
            if (json || request.token().isPresent() || console == null || !console.isTerminal()) throw advised(needed);
            spec.commandLine().getErr().println(needed.getMessage());
            var typed = console.readPassword("Token (not shown; Enter to stop): ");
            if (typed == null || typed.length == 0) throw needed;
            return job.run(new GetModel.Request(request.source(), request.precision(), request.keepDownload(), Optional.of(Token.of(new String(typed)))));
        }
    }

    private static Problem advised(AccessProblem needed) {
        return new Problem(needed.kind(), needed.getMessage() + " On the command line: --token-file FILE, or HF_TOKEN.", needed);
    }

    private static Token read(Path file) {
        try {
            if (StandardInput.isMeant(file)) return Token.of(new String(StandardInput.open().readNBytes(4096), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw IoProblem.of("read", "standard input", e);
        }
        return Token.of(Disk.text(file).orElseThrow(() -> Problem.input(file + " does not exist. Name a file that contains the token.")));
    }
}
