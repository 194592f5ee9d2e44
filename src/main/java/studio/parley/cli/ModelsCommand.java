package studio.parley.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;
import studio.parley.problem.Problem;
import studio.parley.studio.ModelEntry;

/** Which models are there. */
@Command(name = "models", mixinStandardHelpOptions = true, sortOptions = false,
        header = "List models, show where they are kept, or choose the usual one.",
        description = {"", "  parley models            lists what is found (list)",
                "  parley models where      says which folder is used, and where models are kept",
            "  parley models use NAME   uses this one from now on", ""})
final class ModelsCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "list|where|use", description = "list is the default.")
    String what = "list";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "For use: a listed name or a folder.")
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
            default -> throw Problem.input("'parley models " + what + "' is unknown; use list, where or use NAME.");
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
        if (found.isEmpty()) out.println("no models in " + models.directories().models() + "; make one with 'parley convert CHECKPOINT'");
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
        if (name == null) throw Problem.input("'parley models use' needs the name of a model; 'parley models' lists them.");
        var folder = models.store().find(java.util.Optional.of(name)).toAbsolutePath();
        models.settings().withModel(folder.toString()).write(models.directories().settingsFile());
        spec.commandLine().getOut().println("using " + folder);
    }
}
