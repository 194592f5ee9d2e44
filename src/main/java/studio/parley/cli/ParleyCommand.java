package studio.parley.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import studio.parley.io.ProgramVersion;
import studio.parley.problem.Problem;

/** The root of the command line. */
@Command(name = "parley", mixinStandardHelpOptions = true, versionProvider = ParleyCommand.Version.class, sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        header = "Parley turns a script and reference voices into a spoken conversation.",
        description = {"", "  @|bold parley|@                               opens the studio",
            "  @|bold parley render script.txt -o out.wav|@  speaks a script without a window", ""},
        commandListHeading = "%nCommands:%n",
        footer = {"", "Run 'parley COMMAND --help' for details. PARLEY_MODEL sets a model, PARLEY_HOME the folder for settings and caches."},
        subcommands = {RenderCommand.class, ImportCommand.class, ExportCommand.class, SayCommand.class, ConsoleCommand.class, ConvertCommand.class, ModelsCommand.class,
            TokensCommand.class, TranscribeCommand.class, ServeCommand.class, VerifyCommand.class, GpuCommand.class, DoctorCommand.class, BenchCommand.class, CommandLine.HelpCommand.class})
public final class ParleyCommand implements Runnable {
    /** Exit code if there is no display for a window. */
    public static final int NO_WINDOW = 5;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of errors.")
    boolean debug;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    ParleyCommand() {}

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {version()};
        }
    }

    /** Runs a command line on the standard streams; returns the exit code. */
    public static int run(String... arguments) {
        try {
            return run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                    arguments);
        } finally {
            GracePeriod.end();
        }
    }

    private static String version() {
        return "parley " + ProgramVersion.text();
    }

    /** Runs a command line on given streams. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        int code = ExitCode.DONE.number();
        // Programs ask for it; picocli would take longer than the rest of the start.
        if (List.of(arguments).equals(List.of("--version"))) out.println(version());
        else code = execute(out, err, arguments);
        boolean lost = out.checkError();
        if (lost) err.println("parley: Standard output was closed or is full, so the output is incomplete. Choose another output.");
        err.flush();
        return lost && code == ExitCode.DONE.number() ? ExitCode.DISK.number() : code;
    }

    private static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        var line = new CommandLine(new ParleyCommand());
        line.setOut(out).setErr(err).setExecutionExceptionHandler(new ProblemHandler());
        line.setParameterExceptionHandler(ParleyCommand::misunderstood);
        line.setUsageHelpAutoWidth(true).setCaseInsensitiveEnumValuesAllowed(true);
        line.setResourceBundle(ResourceBundle.getBundle("studio.parley.cli.help", Locale.ROOT));
        tellExitCodes(line);
        return line.execute(arguments);
    }

    /** Prints in one sentence why the window could not open; returns the exit code. Anything but a {@link Problem} is thrown again. */
    public static int fail(RuntimeException trouble) {
        Throwable cause = trouble;
        while (!(cause instanceof Problem) && cause.getCause() != null) cause = cause.getCause();
        if (!(cause instanceof Problem problem)) throw trouble;
        System.err.println("parley: " + problem.getMessage());
        return ExitCode.of(problem).number();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misunderstood(CommandLine.ParameterException trouble, String[] arguments) {
        var line = trouble.getCommandLine();
        ProblemHandler.tell(line, List.of(arguments), ExitCode.USAGE, String.valueOf(trouble.getMessage()).replaceFirst("[.]$", "") + ". Run '"
                + line.getCommandSpec().qualifiedName() + " --help' for usage.", true);
        return ExitCode.USAGE.number();
    }

    /** Every command's help lists its exit codes. */
    private static void tellExitCodes(CommandLine line) {
        var codes = CommandLine.Model.UsageMessageSpec.keyValuesMap(ExitCode.help(line.getCommandName()));
        line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
        line.getSubcommands().values().forEach(ParleyCommand::tellExitCodes);
    }
}
