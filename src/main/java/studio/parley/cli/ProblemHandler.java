package studio.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import studio.parley.problem.Problem;
import studio.parley.studio.Places;

/** The one place where trouble becomes words and an exit code. */
final class ProblemHandler implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception trouble, CommandLine line, ParseResult parsed) {
        var err = line.getErr();
        boolean debug = parsed.expandedArgs().contains("--debug");
        var code = switch (trouble) {
            case Problem p -> problem(p, err, debug);
            case CancellationException c -> ExitCode.STOPPED;
            default -> defect(trouble, err, debug);
        };
        err.flush();
        return code.number();
    }

    private static ExitCode problem(Problem problem, PrintWriter err, boolean debug) {
        err.println("parley: " + problem.getMessage());
        if (debug) problem.printStackTrace(err);
        return ExitCode.of(problem);
    }

    private static ExitCode defect(Exception trouble, PrintWriter err, boolean debug) {
        err.println("parley: something went wrong that should not (" + trouble + "); " + log(trouble));
        if (debug) trouble.printStackTrace(err);
        return ExitCode.DEFECT;
    }

    private static String log(Exception trouble) {
        var text = new StringWriter();
        trouble.printStackTrace(new PrintWriter(text, true));
        Path file = Places.ofUser().cache().resolve("defect.log");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.toString());
            return "please report it with " + file + ", or run again with --debug.";
        } catch (IOException e) {
            return "please report it with what --debug shows.";
        }
    }
}
