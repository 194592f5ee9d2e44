package studio.parley.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.studio.card.CardStatus;
import studio.parley.studio.card.CardTrial;
import studio.parley.studio.card.SetUpCard;
import studio.parley.studio.card.SpeechSample;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** The graphics card: its state, its libraries. Without a subcommand it shows the state. */
@Command(name = "gpu", mixinStandardHelpOptions = true, sortOptions = false, synopsisSubcommandLabel = "[COMMAND]",
        header = "Set up an NVIDIA graphics card, show its state, remove its libraries.",
        description = {"", "  @|bold parley gpu|@                    shows whether a graphics card is used, and what is missing",
            "  @|bold parley gpu setup --with-cuda|@  downloads what is missing, and tries the card", ""},
        subcommands = GpuSetupCommand.class)
final class GpuCommand implements Callable<Integer> {
    @Option(names = "--json", description = "{\"ok\":…,\"name\":…,\"memory\":…,\"driver\":…,\"words\":…}")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        return status(json);
    }

    @Command(name = "status", mixinStandardHelpOptions = true, header = "Show whether a graphics card is used, and what is missing.")
    int status(@Option(names = "--json", description = "Print JSON, as 'parley gpu --json'.") boolean asJson) {
        var status = CardStatus.of(AppDirectories.ofUser(), CardTrial::inOwnProcess);
        var card = status.card();
        if (asJson || json) {
            out().println(Json.of(Json.object("ok", status.ok(), "name", card.map(c -> c.name()).orElse(""), "memory", card.map(c -> c.memory()).orElse(0L),
                    "driver", card.map(c -> c.driver()).orElse(""), "words", status.words())));
        } else out().println(status.words());
        return (status.ok() ? ExitCode.DONE : ExitCode.DEVICE).number();
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, header = "Remove the libraries for the graphics card.")
    int remove() {
        out().println(SetUpCard.remove(AppDirectories.ofUser()) ? "The libraries for the graphics card were removed." : "There are no libraries for a graphics card.");
        return ExitCode.DONE.number();
    }

    /** In a process of its own, started by {@link CardTrial}. */
    @Command(name = "try", hidden = true, header = "Compute a small network on a device, and print what happens as JSON.")
    int trial(@Parameters(paramLabel = "DEVICE", description = "cuda, coreml or cpu.") String device,
            @Option(names = "--speech", description = "Speak a few frames with the default model instead.") boolean speech) {
        var directories = AppDirectories.ofUser();
        var settings = Settings.read(directories.settingsFile());
        if (speech) out().println(SpeechSample.of(new ModelStore(directories, settings).find(Optional.empty()), device, directories).json());
        else out().println(Json.of(Json.object("trouble", CardTrial.compute(device).orElse(""))));
        return ExitCode.DONE.number();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
