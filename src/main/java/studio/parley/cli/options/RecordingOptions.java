package studio.parley.cli.options;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.parley.problem.Problem;
import studio.parley.studio.recordings.RecordingRequest;

/** Who speaks in a recorded conversation. */
public final class RecordingOptions {
    @Option(names = "--speakers", paramLabel = "N", description = "How many people speak in a recording. Default: as many as there are voices.")
    @Nullable Integer speakers;

    @Option(names = "--names", paramLabel = "NAME,NAME",
            description = "What the speakers of a recording are called, in the order in which they first speak. Default: Speaker 1, Speaker 2 and so on.")
    @Nullable String names;

    /** @throws Problem if one was given although there is no recording */
    public void requireNone(Path script) {
        if (speakers != null || names != null) throw Problem.input(script + " is a script, for which --speakers and --names have no meaning. Leave them out.");
    }

    public RecordingRequest request(Path file) {
        if (speakers != null && speakers < 1) throw Problem.input("--speakers " + speakers + " is below 1. Use the number of people who speak.");
        var called = names == null ? List.<String>of() : Arrays.stream(names.split(",", -1)).map(String::strip).toList();
        if (called.stream().anyMatch(n -> n.isEmpty() || n.length() > 200)) throw Problem.input("--names has an empty or very long name. Use names separated by commas.");
        var different = new HashSet<String>();
        for (var name : called) if (!different.add(name.toLowerCase(Locale.ROOT))) throw Problem.input("--names has " + name + " twice. Use different names.");
        if (speakers != null && called.size() > speakers) throw Problem.input("--names has " + called.size() + " names, but --speakers says " + speakers + ". Leave one of them out.");
        return new RecordingRequest(file, speakers == null ? OptionalInt.empty() : OptionalInt.of(speakers), called, Optional.empty());
    }
}
