package studio.parley;

import java.nio.file.Path;
import java.util.Arrays;
import studio.parley.cli.ParleyCommand;
import studio.parley.io.LogFile;
import studio.parley.problem.Problem;
import studio.parley.ui.shell.ParleyApp;

/** Starts the command line if there is a subcommand, otherwise the window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Utf8Names.ensure();
        UnsupportedPlatform.sentence(System.getProperty("os.name"), System.getProperty("os.arch"))
                .ifPresent(sentence -> System.exit(ParleyCommand.fail(Problem.device(sentence, null))));
        if (arguments.length > 1 || arguments.length == 1 && !isProject(arguments[0])) {
            LogFile.install();
            System.exit(ParleyCommand.run(arguments));
        }
        // The window does not wait for it.
        Thread.ofPlatform().daemon().name("parley-log").start(LogFile::install);
        try {
            ParleyApp.open(Arrays.stream(arguments).findFirst().map(Path::of));
            System.exit(0);
        } catch (UnsupportedOperationException noDisplay) {
            System.err.println("parley: No window can be opened here, because there is no display."
                    + " Run 'parley --help' for the commands that work without one.");
            System.exit(ParleyCommand.NO_WINDOW);
        } catch (NoClassDefFoundError noJavaFx) {
            System.err.println("parley: The window needs JavaFX, which is missing. Start Parley with its own 'parley' script, which includes it.");
            System.exit(ParleyCommand.NO_WINDOW);
        } catch (RuntimeException trouble) {
            System.exit(ParleyCommand.fail(trouble));
        }
    }

    /** By its name: if the folder does not exist, the window reports it. */
    private static boolean isProject(String argument) {
        return argument.endsWith(".parley");
    }
}
