package studio.parley;

import java.util.logging.LogManager;
import studio.parley.cli.ParleyCommand;

/** Picks the door: a subcommand opens the command line, nothing opens the window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        quiet();
        System.exit(ParleyCommand.run(arguments));
    }

    /** Before any library's first word: no downloads, no chatter on the terminal. */
    private static void quiet() {
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ai.djl.offline", "true");
        LogManager.getLogManager().reset();
    }
}
