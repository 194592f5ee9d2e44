package studio.parley.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.parley.cli.options.ModelOptions;
import studio.parley.problem.Problem;
import studio.parley.studio.Bench;
import studio.parley.studio.likeness.VoiceBench;
import studio.parley.studio.transcription.HearingBench;

/** Measures a model on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Measure a model on this machine: time per frame, time to first audio, context, memory.",
        footer = {"", "A frame is 80 ms of audio: less than 80 ms per frame (with decoding) is faster than real time."})
final class BenchCommand implements Callable<Integer> {
    @Mixin ModelOptions models = new ModelOptions();

    @Option(names = "--frames", paramLabel = "N", description = "Number of frames to measure. Default: 50.")
    int frames = 50;

    @Option(names = "--takes", paramLabel = "N", split = ",", description = "Numbers of takes to compute together, such as 1,4,8. Default: 4.")
    List<Integer> takes = List.of(4);

    @Option(names = "--ears", description = "Measure the recogniser and the speaker encoder instead: how long hearing a take and finding its voice takes.")
    boolean ears;

    @Option(names = "--json", description = "Print JSON: one object with all figures.")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (frames < 2 || frames > 1000) throw Problem.input("--frames " + frames + " is out of range. Use a number from 2 to 1000.");
        for (int n : takes) if (n < 1 || n > 32) throw Problem.input("--takes " + n + " is out of range. Use numbers from 1 to 32.");
        if (ears) {
            refuseForEars();
            hear();
            return ExitCode.DONE.number();
        }
        try (var model = models.open(spec.commandLine().getErr())) {
            var result = new Bench(model, frames, takes).run();
            if (json) spec.commandLine().getOut().println(Json.of(result));
            else print(result);
        }
        return ExitCode.DONE.number();
    }

    private void refuseForEars() {
        var given = spec.commandLine().getParseResult();
        var useless = Stream.of("--frames", "--takes", "--device", "--threads").filter(given::hasMatchedOption).toList();
        if (!useless.isEmpty()) throw new CommandLine.ParameterException(spec.commandLine(), "--ears measures what listens, for which " + String.join(", ", useless) + " has no meaning");
    }

    private void hear() {
        var result = HearingBench.run(models.named(), models.directories());
        long peak = Bench.peak();
        var voice = VoiceBench.run(models.directories());
        long all = Bench.peak();
        if (json) {
            var figures = Json.object("recogniser", result.recogniser(), "openSeconds", Json.round(result.openSeconds()), "audioSeconds", Json.round(result.audioSeconds()),
                    "seconds", Json.round(result.seconds()), "oneCoreSeconds", Json.round(result.oneCoreSeconds()), "realTimeFactor", Json.round(result.realTimeFactor()),
                    "peakBytes", peak);
            voice.ifPresent(v -> figures.put("speakerEncoder", Json.object("name", v.encoder(), "openSeconds", Json.round(v.openSeconds()), "audioSeconds",
                    Json.round(v.audioSeconds()), "seconds", Json.round(v.seconds()), "oneCoreSeconds", Json.round(v.oneCoreSeconds()), "peakBytes", all)));
            spec.commandLine().getOut().println(Json.of(figures));
            return;
        }
        print(result, peak);
        voice.ifPresentOrElse(v -> print(v, all), () -> spec.commandLine().getOut().println("There is no speaker encoder. Install Parley again to get it."));
    }

    private void print(VoiceBench.Result result, long peak) {
        line("opening speaker encoder", "%.2f s", result.openSeconds());
        line("finding its voice", "%.2f s", result.seconds());
        line("on one core", "%.2f s", result.oneCoreSeconds());
        line("peak memory of both", "%.2f GB", peak / 1e9);
    }

    private void print(HearingBench.Result result, long peak) {
        line("opening the recogniser", "%.2f s", result.openSeconds());
        line("sample", "%.2f s of audio", result.audioSeconds());
        line("hearing it", "%.2f s", result.seconds());
        line("on one core", "%.2f s", result.oneCoreSeconds());
        line("real-time factor", "%.3f", result.realTimeFactor());
        line("peak memory", "%.2f GB", peak / 1e9);
    }

    private void print(Bench.Result r) {
        line("loading", "%.2f s", r.loadSeconds());
        line("frame (one take)", "%.2f ms", r.frameMillis());
        line("frame, decoding to audio", "%.2f ms", r.decodeMillis());
        line("real-time factor", "%.3f", r.realTimeFactor());
        for (var t : r.takes()) line(t.takes() + " takes over one", "%.2f x", t.ratio());
        for (var c : r.contexts()) line("frame after " + c.positions() + " positions", "%.2f x", c.ratio());
        line("first audio", "%.1f ms", r.firstAudioMillis());
        line("prompt", "%.0f positions/s", r.prefillPerSecond());
        line("starting line 3", "%.1f ms", r.line3Millis());
        line("starting line 100", "%.1f ms", r.line100Millis());
        line("line 100 over line 3", "%.2f x", r.lineRatio());
        line("peak memory", "%.2f GB", r.peakBytes() / 1e9);
        line("weights", "%.2f GB", r.weightBytes() / 1e9);
        if (r.prototype() != null) {
            spec.commandLine().getOut().printf(java.util.Locale.ROOT,
                    "%nFor comparison, the prototype of this size on 2 cores of a Zen 4 server: %.0f ms per frame (%.0f to %.0f), %.0f positions/s.%n",
                    r.prototype().frameMillis(), r.prototype().frameFrom(), r.prototype().frameTo(), r.prototype().prefillPerSecond());
        }
    }

    private void line(String what, String format, double value) {
        spec.commandLine().getOut().printf(java.util.Locale.ROOT, "%-26s " + format + "%n", what, value);
    }
}
