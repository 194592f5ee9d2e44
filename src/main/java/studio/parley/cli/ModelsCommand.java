package studio.parley.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.cli.options.ModelOption;
import studio.parley.cli.options.Terminal;
import studio.parley.io.FreeSpace;
import studio.parley.problem.Problem;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.install.GetModel;
import studio.parley.studio.model.install.InstalledModels;

/** Lists, gets, imports, checks and removes models, and sets the default one. Without a subcommand it lists them. */
@Command(name = "models", mixinStandardHelpOptions = true, sortOptions = false, synopsisSubcommandLabel = "[COMMAND]",
        header = "List models, get more, check or remove them, set the default.",
        description = {"", "  @|bold parley models|@             lists all models", "  @|bold parley models get csm-1b|@  downloads and installs CSM-1B", ""},
        subcommands = {GetModelCommand.class, ImportModelCommand.class})
final class ModelsCommand implements Callable<Integer> {
    @Mixin ModelOption models = new ModelOption();

    @Option(names = "--json",
            description = "[{\"name\":…,\"folder\":…,\"precision\":…,\"context\":…,\"bytes\":…,"
                    + "\"quality\":…,\"trouble\":…},…]")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        return list(json);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, header = "List all models, and downloads that can be continued.")
    int list(@Option(names = "--json", description = "Print JSON, as 'parley models --json'.") boolean asJson) {
        var out = out();
        var found = models.store().list();
        if (asJson || json) {
            out.println(Json.of(found.stream().map(ModelsCommand::json).toList()));
            return ExitCode.DONE.number();
        }
        for (var m : found) {
            out.printf("%-24s %-5s %8.1f MB  %s%s%n", m.name(), m.precision(), m.bytes() / 1e6, m.folder(),
                    m.trouble().map(t -> "  !! " + t).orElse(""));
            m.quality().ifPresent(q -> out.println("    " + q));
        }
        if (found.isEmpty()) out.println("There are no models in " + models.directories().models() + ". Get one with 'parley models get csm-1b', or create one with 'parley convert CHECKPOINT'.");
        for (var p : GetModel.pending(models.directories())) {
            out.println(p.source().title() + ": " + FreeSpace.text(p.done()) + " of " + FreeSpace.text(p.total()) + " downloaded. Continue with 'parley models get "
                    + p.source().id() + "', or discard it with 'parley models get " + p.source().id() + " --discard'.");
        }
        return ExitCode.DONE.number();
    }

    @Command(name = "where", mixinStandardHelpOptions = true, header = "Show which model is used and where models are kept.")
    int where(@Option(names = "--json", description = "{\"models\":…,\"used\":…}") boolean asJson) {
        var used = models.store().find(models.named());
        if (asJson || json) out().println(Json.of(Json.object("models", models.directories().models().toString(), "used", used.toString())));
        else out().println(used + System.lineSeparator() + "models are kept in " + models.directories().models());
        return ExitCode.DONE.number();
    }

    @Command(name = "use", mixinStandardHelpOptions = true, header = "Set the default model.")
    int use(@Parameters(paramLabel = "NAME", description = "The name of a listed model, or a folder.") String name) {
        var folder = models.store().find(Optional.of(name)).toAbsolutePath();
        models.settings().withModel(folder.toString()).write(models.directories().settingsFile());
        out().println("using " + folder);
        return ExitCode.DONE.number();
    }

    @Command(name = "check", mixinStandardHelpOptions = true, header = "Check a model: every file against its hash, and a few spoken frames.")
    int check(@Parameters(paramLabel = "NAME", arity = "0..1", description = "The name of a listed model, or a folder. Default: the model in use.") Optional<String> name) {
        var folder = models.store().find(name.or(models::named));
        var terminal = new Terminal(spec.commandLine().getErr());
        var notice = new InstalledModels(models.directories(), models.settings())
                .check(folder, share -> terminal.progress(String.format(Locale.ROOT, "checking the model %3.0f %%", 100 * share)));
        notice.ifPresent(terminal::line);
        terminal.line(folder + ": the model is complete and works.");
        return ExitCode.DONE.number();
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, header = "Remove one of your models. Asks first.")
    int remove(@Parameters(paramLabel = "NAME", description = "The name of a listed model, or its folder.") String name,
            @Option(names = {"-y", "--yes"}, description = "Do not ask.") boolean yes) {
        var installed = new InstalledModels(models.directories(), models.settings());
        var model = installed.removable(name);
        if (!yes && !isConfirmed(model)) return ExitCode.STOPPED.number();
        if (installed.remove(model)) models.settings().withModel("").write(models.directories().settingsFile());
        out().println("removed " + model.folder());
        return ExitCode.DONE.number();
    }

    private static boolean isConfirmed(ModelEntry model) {
        var console = System.console();
        if (console == null || !console.isTerminal()) throw Problem.input("'parley models remove' asks before it removes a model, but there is no terminal. Add --yes.");
        var answer = console.readLine("Remove %s (%s)? [y/N] ", model.folder(), FreeSpace.text(model.bytes()));
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    private static Object json(ModelEntry m) {
        return Json.object("name", m.name(), "folder", m.folder().toString(), "precision", m.precision(), "context", m.context(), "bytes",
                m.bytes(), "quality", m.quality().orElse(""), "trouble", m.trouble().orElse(""));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
