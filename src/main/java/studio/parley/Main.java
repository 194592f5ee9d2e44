package studio.parley;

/** Picks the door: a subcommand opens the command line, nothing opens the window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(studio.parley.cli.ParleyCommand.run(arguments));
    }
}
