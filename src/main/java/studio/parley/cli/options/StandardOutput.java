package studio.parley.cli.options;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine;
import studio.parley.studio.project.script.ScriptRenderOptions;

/** Standard output as bytes, for {@code -o -}: the program's own writer hides errors of a closed pipe or a full device. */
public final class StandardOutput {
    private static final Set<String> NAMES = Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

    private StandardOutput() {}

    /** The output, with a unique name if it means standard output: then nothing else may be written there. */
    public static Path named(Path output) {
        return NAMES.contains(output.toString()) ? ScriptRenderOptions.STANDARD_OUTPUT : output;
    }

    public static OutputStream open() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /** Only one of them can use it. */
    public static void refuseJson(CommandLine.Model.CommandSpec spec) {
        throw new CommandLine.ParameterException(spec.commandLine(), "'-o -' and --json both write to standard output. Use one of them.");
    }
}
