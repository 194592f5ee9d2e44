package studio.parley.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.cli.options.ModelOptions;
import studio.parley.problem.Problem;
import studio.parley.studio.model.ModelEntry;

/** Lists models and sets the default one. */
@Command(name = "models", mixinStandardHelpOptions = true, sortOptions = false,
        header = "List models, show where they are kept, or set the default.",
        description = {"", "  parley models            lists all models (list)",
                "  parley models where      shows which model is used and where models are kept",
            "  parley models use NAME   sets the default model", ""})
final class ModelsCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "list|where|use", description = "list (default), where or use.")
    String what = "list";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "With use: the name of a listed model, or a folder.")
    @Nullable String name;

    @Mixin ModelOptions models = new ModelOptions();

    @Option(names = "--json",
            description = "[{\"name\":…,\"folder\":…,\"precision\":…,\"context\":…,\"bytes\":…,"
                    + "\"quality\":…,\"trouble\":…},…]")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        switch (what) {
            case "list" -> list();
            case "where" -> where();
            case "use" -> use();
            default -> throw Problem.input("'parley models " + what + "' is not a command. Use list, where or use NAME.");
        }
        return ExitCode.DONE.number();
    }

    private void list() {
        var out = spec.commandLine().getOut();
        var found = models.store().list();
        if (json) {
            out.println(Json.of(found.stream().map(ModelsCommand::json).toList()));
            return;
        }
        for (var m : found) {
            out.printf("%-24s %-5s %8.1f MB  %s%s%n", m.name(), m.precision(), m.bytes() / 1e6, m.folder(),
                    m.trouble().map(t -> "  !! " + t).orElse(""));
            m.quality().ifPresent(q -> out.println("    " + q));
        }
        if (found.isEmpty()) out.println("There are no models in " + models.directories().models() + ". Create one with 'parley convert CHECKPOINT'.");
    }

    private static Object json(ModelEntry m) {
        return Json.object("name", m.name(), "folder", m.folder().toString(), "precision", m.precision(), "context", m.context(), "bytes",
                m.bytes(), "quality", m.quality().orElse(""), "trouble", m.trouble().orElse(""));
    }

    private void where() {
        var out = spec.commandLine().getOut();
        var used = models.store().find(models.named());
        if (json) out.println(Json.of(Json.object("models", models.directories().models().toString(), "used", used.toString())));
        else out.println(used + System.lineSeparator() + "models are kept in " + models.directories().models());
    }

    private void use() {
        if (name == null) throw Problem.input("'parley models use' needs the name of a model. Run 'parley models' to list them.");
        var folder = models.store().find(java.util.Optional.of(name)).toAbsolutePath();
        models.settings().withModel(folder.toString()).write(models.directories().settingsFile());
        spec.commandLine().getOut().println("using " + folder);
    }
}
