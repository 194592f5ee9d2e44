package studio.parley.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.studio.VerifyWatermark;
import studio.parley.studio.settings.AppDirectories;

/** Searches for the watermark. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Check whether an audio file carries this installation's watermark.",
        description = {"", "Exit code 0 if the watermark is found, 10 if not. Watermarks of other installations are found only with "
                + "their keys.", ""})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The audio file: WAV, FLAC, MP3 or OGG.")
    Path file = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", description = "The watermark key file of another installation.")
    @Nullable Path key;

    @Option(names = "--json", description = "{\"found\":true,\"score\":…,\"falseAlarm\":…,\"seconds\":…}")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var result = VerifyWatermark.of(file, Optional.ofNullable(key), AppDirectories.ofUser());
        var out = spec.commandLine().getOut();
        if (json) out.println(Json.of(result));
        else if (result.found()) out.printf(Locale.ROOT, "%s: watermark found (score %.1f; chance of a false alarm below %.0e)%n", file,
                result.score(), Math.max(result.falseAlarm(), 1e-300));
        else out.printf(Locale.ROOT, "%s: no watermark of this key (score %.1f)%n", file, result.score());
        return (result.found() ? ExitCode.DONE : ExitCode.NOT_FOUND).number();
    }
}
