package studio.parley;

import studio.parley.cli.ParleyCommand;
import studio.parley.ui.shell.AotCacheRun;

/** The run that a package records for Java's ahead-of-time cache: what every command needs, then the window. */
final class AotTrainingRun {
    private AotTrainingRun() {}

    public static void main(String[] arguments) {
        ParleyCommand.run("help");
        ParleyCommand.run("tokens", "[0]Hello.");
        AotCacheRun.main(arguments);
    }
}
