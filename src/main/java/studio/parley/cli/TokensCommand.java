package studio.parley.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.cli.options.ModelOption;
import studio.parley.studio.TokenCount;

/** Shows what a text costs in context. */
@Command(name = "tokens", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Show the tokens of a text, which are its cost in context.",
        description = {"", "Begin and end tokens are counted. In a conversation a line begins with its speaker, as in \"[0]Hello.\"; "
                + "include it to see the full cost.", ""},
        footer = {"", "Example: parley tokens \"[0]Hello there.\" --json"})
final class TokensCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "The exact text.")
    String text = "";

    @Option(names = "--tokenizer", paramLabel = "FILE", description = "A tokenizer.json to use instead of the model's.")
    @Nullable Path tokenizer;

    @Mixin ModelOption models = new ModelOption();

    @Option(names = "--json", description = "{\"ids\":[…],\"pieces\":[…]}")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var count = tokenizer != null ? TokenCount.ofTokenizer(tokenizer, text)
                : TokenCount.ofModel(models.store().find(models.named()), text);
        if (json) {
            out.println(Json.of(Json.object("ids", count.ids(), "pieces", count.pieces())));
        } else {
            for (int i = 0; i < count.ids().size(); i++) out.printf("%8d  %s%n", count.ids().get(i), count.pieces().get(i));
            out.println(count.ids().size() + " tokens");
        }
        return ExitCode.DONE.number();
    }
}
