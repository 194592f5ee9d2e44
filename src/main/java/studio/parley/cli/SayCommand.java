package studio.parley.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavMetadata;
import studio.parley.audio.wav.WavStream;
import studio.parley.cli.options.DeliveryOptions;
import studio.parley.cli.options.EarsOption;
import studio.parley.cli.options.ModelOptions;
import studio.parley.cli.options.PreparationOption;
import studio.parley.cli.options.ReferenceArgument;
import studio.parley.cli.options.StandardOutput;
import studio.parley.cli.options.Terminal;
import studio.parley.cli.options.WatermarkOption;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderStatus;
import studio.parley.studio.OutputFiles;
import studio.parley.studio.Outputs;
import studio.parley.studio.SpeakText;
import studio.parley.studio.SpokenPart;
import studio.parley.studio.SpokenPartWords;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.script.ScriptRenderOptions;
import studio.parley.studio.transcription.WordReport;
import studio.parley.voice.ReferenceClip;

/** Speaks a text. */
@Command(name = "say", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Speak a text, like generator.py and csm-multi.",
        description = {"", "a||b1||c0 speaks three parts: the digit at the end of a later part is an offset to --speaker (the default for part n is n, and "
            + "-1 counts back). Write \\ before a digit that is part of the text. The model hears the reference clips and the earlier parts "
            + "before it speaks a part.", ""},
        footer = {"", "Example: parley say \"Hello.||Hello back.\" --reference 0=ann.wav --reference 1=ben.wav --temperature 0 -o "
                + "hello.wav"})
final class SayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "The text to speak.")
    String text = "";

    @Option(names = "--speaker", paramLabel = "N", description = "The speaker number. Default: 0.")
    int speaker;

    @Option(names = "--reference", paramLabel = "[N=]FILE", description = "A reference clip of speaker N, with its transcript in the .txt file of the same name. "
            + "Clips are used in the order given and numbered in that order unless N is given.")
    List<String> references = new ArrayList<>();

    @Mixin PreparationOption prepare = new PreparationOption();

    @Mixin DeliveryOptions delivery = new DeliveryOptions();
    @Mixin ModelOptions models = new ModelOptions();

    @Option(names = "--codes", paramLabel = "FILE.json",
            description = "Write the codes as JSON: [{\"speaker\":N,\"text\":\"…\",\"codes\":[[c0,…],…]},…], one entry per part.")
    @Nullable Path codes;

    @Option(names = "--no-watermark", description = "Do not watermark the output.")
    boolean unmarked;

    @Option(names = {"-o", "--output"}, paramLabel = "OUT.wav", description = "A .wav, .flac, .mp3 or .opus file; - writes WAV to standard "
            + "output, each part as soon as it is rendered. Default: audio.wav. --max-length is 10000 by default, or what the "
            + "text needs; a part longer than about 20 s is split.")
    Path output = Path.of("audio.wav");

    @Option(names = "--json", description = "Print JSON: one object.")
    boolean json;

    @Mixin EarsOption ears = new EarsOption();

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        output = StandardOutput.named(output);
        if (isPiped() && json) StandardOutput.refuseJson(spec);
        var wanted = delivery.delivery();
        long seed = delivery.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
        var clips = ReferenceArgument.clips(references, ears.transcripts(models.directories(), err::println));
        try (var outputs = new Outputs(models.directories()); var grace = new GracePeriod()) {
            claim(outputs, clips);
            var mark = WatermarkOption.of(unmarked, models.directories());
            try (var model = models.open(err)) {
                if (delivery.seed().isEmpty() && !Double.valueOf(0).equals(wanted.temperature())) err.println("seed " + seed);
                var request = new SpeakText.Request(text, speaker, clips, prepare.preparation(), wanted, seed);
                var parts = new SpeakText(model).run(request, mark, models.directories(), watching(), err::println, pipe(model));
                if (!isPiped()) OutputFiles.sound(output, parts.stream().map(SpokenPart::sound).toList());
                if (codes != null) OutputFiles.text(codes, Json.of(parts.stream().map(SayCommand::codes).toList()) + "\n");
                report(parts, words(parts, clips), seed);
                return ExitCode.DONE.number();
            }
        }
    }

    private boolean isPiped() {
        return output.equals(ScriptRenderOptions.STANDARD_OUTPUT);
    }

    private void claim(Outputs outputs, List<ReferenceClip> clips) {
        outputs.reading(clips).readingFolder(models.folder());
        if (!isPiped()) outputs.sound(output);
        if (codes != null) outputs.file(codes);
    }

    /** The destination of every part as soon as it is rendered. */
    private Consumer<SpokenPart> pipe(LoadedModel model) {
        if (!isPiped()) return part -> { };
        var stream = new WavStream(StandardOutput.open(), "standard output", model.rate(), 1, SampleFormat.PCM_16, WavMetadata.aiGenerated("Parley"));
        return part -> stream.write(part.sound());
    }

    private static Object codes(SpokenPart part) {
        return Json.object("speaker", part.speaker(), "text", part.text(), "codes", part.codes());
    }

    /** What is heard in each part; nothing if this is switched off. */
    private List<Optional<WordReport>> words(List<SpokenPart> parts, List<ReferenceClip> clips) {
        if (!ears.isOn(models.directories())) return SpokenPartWords.none(parts).reports();
        var heard = SpokenPartWords.of(parts, clips.stream().map(ReferenceClip::transcript).toList(), models.directories());
        int foreign = heard.foreign();
        if (foreign > 0) {
            spec.commandLine().getErr().println("The words of " + foreign + (foreign == 1 ? " part were not checked, because it is" : " parts were not checked, because they are") + " not in English.");
        }
        return heard.reports();
    }

    private static Object json(SpokenPart part, Optional<WordReport> words) {
        var json = Json.object("speaker", part.speaker(), "text", part.text(), "frames", part.codes().size(), "seconds", Json.round(part.sound().seconds()),
                "checks", part.checks());
        words.ifPresent(w -> json.putAll(Json.object("heard", w.heard(), "word_error_rate", Json.round(w.rate()), "findings", RenderJson.findings(w))));
        return json;
    }

    private void report(List<SpokenPart> parts, List<Optional<WordReport>> words, long seed) {
        var out = isPiped() ? spec.commandLine().getErr() : spec.commandLine().getOut();
        double seconds = parts.stream().mapToDouble(p -> p.sound().seconds()).sum();
        double took = parts.stream().mapToDouble(SpokenPart::took).sum();
        if (json) {
            var list = IntStream.range(0, parts.size()).mapToObj(i -> json(parts.get(i), words.get(i))).toList();
            out.println(Json.of(Json.object("output", output.toString(), "seed", seed, "seconds", Json.round(seconds), "took",
                    Json.round(took), "parts", list)));
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            Stream.concat(part.checks().stream(), words.get(i).stream().flatMap(w -> w.sentences().stream()))
                    .forEach(found -> spec.commandLine().getErr().println("speaker " + part.speaker() + ": " + found));
        }
        out.println((isPiped() ? "standard output" : output) + ": " + TimeFormat.seconds(seconds) + " in " + TimeFormat.seconds(took));
    }

    private RenderListener watching() {
        var terminal = new Terminal(spec.commandLine().getErr());
        return new RenderListener() {
            @Override
            public void status(RenderStatus status) {
                if (status instanceof RenderStatus.Speaking s) terminal.live(TimeFormat.seconds(s.seconds()));
            }
        };
    }
}
