package studio.parley.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.parley.cli.options.DeliveryOptions;
import studio.parley.cli.options.ModelOptions;
import studio.parley.cli.options.PreparationOption;
import studio.parley.cli.options.StandardInput;
import studio.parley.cli.options.WatermarkOption;
import studio.parley.studio.ConsoleSession;
import studio.parley.studio.Outputs;

/** The console of csm-multi. */
@Command(name = "console", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Type prompts and hear them at once, like csm-multi's diffe. The model stays loaded.",
        description = {"", "Each prompt is one line. a||b1||c0 speaks several parts; each later part is spoken by the primary speaker plus its "
                + "offset.", "",
            "  $CLEAR$    clear the history, load the reference clips again", "  $SWAP$     next primary speaker",
                    "  $BACK$     previous primary speaker",
            "  $HISTORY$  show the history", "  $EXIT$     quit (as does the end of input)", "",
            "Commands may be written in lower case. Ctrl-C stops the line being spoken.", "",
            "reference.wav with reference.txt in the folder is speaker 0; other reference*.wav files with a .txt are speakers 1, 2, … in "
                    + "Python's sort order. "
                + "Parts are written to audio.wav, audio1.wav, …; all parts of a prompt together to outputCombined.wav.", ""})
final class ConsoleCommand implements Callable<Integer> {
    @Option(names = "--folder", paramLabel = "DIR", description = "Folder of the reference clips and of the files written. Default: the current folder.")
    Path folder = Path.of("");

    @Mixin PreparationOption prepare = new PreparationOption();

    @Option(names = "--remember", paramLabel = "N",
            description = "Use at most the last N parts as context (voice_clone.py: 5). Default: all that fit.")
    int remember = Integer.MAX_VALUE;

    @Option(names = "--no-sound", description = "Do not play the audio; only write files.")
    boolean silent;

    @Option(names = "--no-watermark", description = "Do not watermark the output.")
    boolean unmarked;

    @Mixin DeliveryOptions delivery = new DeliveryOptions();
    @Mixin ModelOptions models = new ModelOptions();

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        if (remember < 0) throw studio.parley.problem.Problem.input("--remember " + remember + " is below 0. Use 0 or more.");
        long seed = delivery.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
        var out = spec.commandLine().getOut();
        try (var outputs = new Outputs(models.directories())) {
            ConsoleSession.claim(outputs.readingFolder(models.folder()), folder);
            var mark = WatermarkOption.of(unmarked, models.directories());
            try (var model = models.open(err); var sound = StreamingPlayback.open(model.rate(), silent, err);
                    var session = new ConsoleSession(model, models.directories(), mark, folder, prepare.preparation(),
                            delivery.delivery(), seed, remember);
                    var interrupt = new LineInterrupt(() -> ConsoleDialogue.tellHowToLeave(out))) {
                if (!Double.valueOf(0).equals(delivery.delivery().temperature())) err.println("seed " + seed);
                var input = new BufferedReader(new InputStreamReader(StandardInput.open(), StandardCharsets.UTF_8));
                new ConsoleDialogue(session, sound, interrupt, input, out).run();
            }
        }
        return ExitCode.DONE.number();
    }
}
