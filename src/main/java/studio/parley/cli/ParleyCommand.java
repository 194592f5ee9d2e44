package studio.parley.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(name = "parley", mixinStandardHelpOptions = true, version = "parley 0.1.0",
        description = "Turns a script and reference voices into a spoken conversation.")
public final class ParleyCommand {
    private ParleyCommand() {}

    public static int run(String... arguments) {
        return new CommandLine(new ParleyCommand()).execute(arguments);
    }
}
