package studio.parley.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import studio.parley.io.AppFolders;
import studio.parley.problem.Problem;

/** The only place where errors become messages and exit codes. */
final class ProblemHandler implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception trouble, CommandLine line, ParseResult parsed) {
        boolean debug = parsed.expandedArgs().contains("--debug");
        var code = switch (trouble) {
            case Problem p -> ExitCode.of(p);
            case InvalidPathException p -> ExitCode.INPUT;
            case CancellationException c -> ExitCode.STOPPED;
            default -> ExitCode.DEFECT;
        };
        var words = switch (trouble) {
            case Problem p -> String.valueOf(p.getMessage());
            case InvalidPathException p -> "No file can be named '" + p.getInput() + "' on this system. Use another name, "
                    + "or set a UTF-8 locale.";
            case CancellationException c -> "Stopped.";
            default -> "An internal error occurred (" + trouble + "). " + log(trouble);
        };
        tell(line, parsed.expandedArgs(), code, words, code != ExitCode.STOPPED);
        if (debug && code != ExitCode.STOPPED) trouble.printStackTrace(line.getErr());
        line.getErr().flush();
        return code.number();
    }

    /** A sentence for people on standard error and, after {@code --json}, an object for programs on standard output. */
    static void tell(CommandLine line, List<String> arguments, ExitCode code, String words, boolean spoken) {
        if (spoken) line.getErr().println("parley: " + words);
        if (!arguments.contains("--json")) return;
        line.getOut().println(Json.of(Json.object("event", "error", "code", code.number(), "kind", code.name().toLowerCase(Locale.ROOT),
                "message", words)));
        line.getOut().flush();
    }

    private static String log(Exception trouble) {
        LoggerFactory.getLogger(ProblemHandler.class).error("Internal error", trouble);
        try {
            var logs = AppFolders.ofUser().logs();
            if (Files.isDirectory(logs)) return "Please report it with the newest file in " + logs + ", or run the command again with --debug.";
        } catch (Problem noFolder) {
            // Without a folder there is no log either.
        }
        return "Please report it with the output of --debug.";
    }
}
