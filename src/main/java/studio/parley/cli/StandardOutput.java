package studio.parley.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import picocli.CommandLine;

/** Standard output as bytes, for {@code -o -}: the program's own writer hides what a closed pipe or a full device says. */
final class StandardOutput {
    private StandardOutput() {}

    static OutputStream open() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /** Only one of them can have it. */
    static void refuseJson(CommandLine.Model.CommandSpec spec) {
        throw new CommandLine.ParameterException(spec.commandLine(), "'-o -' and --json both take standard output");
    }
}
