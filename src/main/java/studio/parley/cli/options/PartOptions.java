package studio.parley.cli.options;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How several processes, perhaps on several machines, render together. */
public final class PartOptions {
    /** All of them, by their longest names. */
    public static final Set<String> NAMES = Set.of("--part", "--merge", "--work", "--takeover");

    @Option(names = "--part", paramLabel = "I/N", description = "Render as part I of N: start this command once for each I, on any machines, with the same files and options. "
            + "Each part takes what no other is rendering, also what one leaves unfinished that was killed. Nothing is written but the work folder.")
    @Nullable String part;

    @Option(names = "--merge", description = "Write the outputs, or put the takes into the projects, from what the parts have rendered. Exit code 11 if that is not everything.")
    boolean merge;

    @Option(names = "--work", paramLabel = "DIR", description = "The work folder of --part and --merge, which all machines share. It can be deleted after --merge.")
    @Nullable Path work;

    @Option(names = "--takeover", paramLabel = "SECONDS", description = "With --part: take over from a part that has shown no sign of life for so long. Default: 60.")
    @Nullable Integer takeover;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE) CommandLine.Model.CommandSpec command;

    /** Whether this is a part, or the parts are merged; anything that does not fit together is refused. */
    public boolean areUsed() {
        if (part != null && merge) throw refused("--part and --merge exclude each other. Run all parts first, then the same command once with --merge.");
        boolean used = part != null || merge;
        if (used && work == null) throw refused("Missing required option: '--work=DIR', the folder that all parts share.");
        if (!used && (work != null || takeover != null)) throw refused((work != null ? "--work" : "--takeover") + " needs --part or --merge.");
        if (merge && takeover != null) throw refused("--takeover applies to --part only.");
        return used;
    }

    /** Empty to merge. */
    public Optional<String> part() {
        return Optional.ofNullable(part);
    }

    public Path work() {
        return Objects.requireNonNull(work);
    }

    public int takeover() {
        return takeover == null ? 60 : takeover;
    }

    public CommandLine.ParameterException refused(String sentence) {
        return new CommandLine.ParameterException(command.commandLine(), sentence);
    }
}
