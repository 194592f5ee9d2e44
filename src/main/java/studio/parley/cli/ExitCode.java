package studio.parley.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import studio.parley.problem.Problem;

/** The exit codes of commands; part of the interface, never renumbered. */
enum ExitCode {
    DONE(0, "done"),
    DEFECT(1, "an internal error in Parley; the message names the log"),
    USAGE(2, "invalid command line"),
    INPUT(3, "a file, script, clip or value is not valid"),
    MODEL(4, "the checkpoint or model folder is missing, broken or unknown"),
    DEVICE(5, "a graphics card or audio device is missing or unavailable"),
    DISK(6, "reading or writing failed"),
    NETWORK(7, "models get and gpu setup: the server cannot be reached or does not answer"),
    NOT_FOUND(10, "verify: no watermark found"),
    UNFINISHED(11, "render --merge: parts have not finished"),
    STOPPED(130, "stopped by Ctrl-C");

    /** What a render adds to {@link #STOPPED}. */
    private static final String KEPT = "; finished lines are kept";

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    static ExitCode of(Problem problem) {
        return switch (problem.kind()) {
            case INPUT -> INPUT;
            case MODEL -> MODEL;
            case DEVICE -> DEVICE;
            case DISK -> DISK;
            case NETWORK -> NETWORK;
        };
    }

    /** Lines for the help of a command; {@code parley} itself lists all. */
    static String[] help(String command) {
        return Arrays.stream(values()).filter(c -> switch (c) {
            case NOT_FOUND -> Set.of("parley", "verify").contains(command);
            case UNFINISHED -> Set.of("parley", "render").contains(command);
            case NETWORK -> Set.of("parley", "models", "get", "gpu", "setup").contains(command);
            default -> true;
        }).map(c -> String.format(Locale.ROOT, " %3d:%s", c.number, c.meaning + (c == STOPPED && command.equals("render") ? KEPT : ""))).toArray(String[]::new);
    }
}
