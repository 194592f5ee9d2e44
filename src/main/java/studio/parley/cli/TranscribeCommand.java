package studio.parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.cli.options.Terminal;
import studio.parley.problem.Problem;
import studio.parley.studio.OutputFiles;
import studio.parley.studio.Outputs;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.RecogniserStore;
import studio.parley.studio.transcription.TranscribeAudio;
import studio.parley.studio.transcription.TranscriptFormat;
import studio.parley.studio.transcription.TranscriptionRequest;

/** Writes down what is said in recordings. */
@Command(name = "transcribe", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Write down what is said in audio files, with the times of words.",
        description = {"", "Everything is computed on this machine. A recording without speech gives an empty transcript.", ""},
        footer = {"", "Examples: parley transcribe ann.wav -o ann.txt", "          parley transcribe talk.mp3 --vtt -o talk.vtt"})
final class TranscribeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Audio files: WAV, FLAC, MP3, OGG or Opus.")
    List<Path> files = new ArrayList<>();

    /** The formats; at most one. */
    static final class Format {
        @Option(names = "--text", description = "Plain text, one line for each segment (default).")
        boolean text;

        @Option(names = "--json", description = "{\"file\":…,\"language\":\"en\",\"seconds\":…,\"text\":…,\"segments\":[{\"from\":…,\"to\":…,\"text\":…,\"words\":"
                + "[{\"text\":…,\"from\":…,\"to\":…,\"probability\":…},…],\"average_log_probability\":…,\"no_speech\":…},…]}; one line for each file.")
        boolean json;

        @Option(names = "--srt", description = "SubRip subtitles.")
        boolean srt;

        @Option(names = "--vtt", description = "WebVTT subtitles in which every word has its time.")
        boolean vtt;

        @Option(names = "--words", description = "One line for each word, separated by tabs: begin and end in seconds, probability, word.")
        boolean words;

        TranscriptFormat chosen() {
            return json ? TranscriptFormat.JSON : srt ? TranscriptFormat.SRT : vtt ? TranscriptFormat.VTT : words ? TranscriptFormat.WORDS : TranscriptFormat.TEXT;
        }
    }

    @ArgGroup
    Format format = new Format();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "The output; for several files, or if it is a folder, a folder in which each gets an output of its "
            + "name. Default: standard output. Without a format option, the extension chooses it: .txt, .json, .srt, .vtt or .tsv.")
    @Nullable Path output;

    @Option(names = "--compare", paramLabel = "TEXT.txt", description = "Compare what is said with this text: a line for each difference, and the word error rate. Spelling, "
            + "numbers and contractions make no difference.")
    @Nullable Path written;

    @Option(names = "--align", paramLabel = "TEXT.txt", description = "The words are known: find only when each of them is spoken, in at most 30 s of audio.")
    @Nullable Path said;

    @Option(names = "--language", paramLabel = "CODE", description = "The language that is spoken, such as de, for recognisers of several languages. Default: detected.")
    @Nullable String language;

    @Option(names = "--hint", paramLabel = "WORDS", description = "Names and rare words to expect, in their spelling.")
    String hint = "";

    @Option(names = "--context", description = "Give the recogniser the text before each window of 30 s: spelling and punctuation are in one style, but words may "
            + "be heard twice.")
    boolean context;

    @Option(names = "--model", paramLabel = "RECOGNISER", description = "A folder made by 'parley convert' from a Whisper checkpoint. Default: the bundled recogniser.")
    @Nullable String model;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads; 0 (default) = all cores.")
    int threads;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (threads < 0) throw Problem.input("--threads " + threads + " is below 0. Use 0 for all cores.");
        var directories = AppDirectories.ofUser();
        var terminal = new Terminal(spec.commandLine().getErr());
        var folder = new RecogniserStore(directories).find(Optional.ofNullable(model));
        for (var file : files) if (!Files.exists(file)) throw Problem.input("There is no audio file " + file + ". Check the path.");
        if (written != null && (files.size() > 1 || isNamed())) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--compare is for one audio file, and has a format of its own.");
        }
        if (said != null && (files.size() > 1 || written != null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--align is for one audio file, and not together with --compare.");
        }
        var jobs = jobs();
        try (var outputs = new Outputs(directories); var grace = new GracePeriod()) {
            files.forEach(outputs::reading);
            outputs.readingFolder(folder);
            if (written != null) outputs.reading(written);
            if (said != null) outputs.reading(said);
            jobs.forEach(j -> j.output().ifPresent(outputs::file));
            try (var transcribe = TranscribeAudio.open(folder, threads, directories)) {
                transcribe.notices().forEach(terminal::line);
                for (var job : jobs) run(transcribe, job, terminal);
            }
        }
        return ExitCode.DONE.number();
    }

    private record Job(Path file, Optional<Path> output, TranscriptFormat format) {}

    private List<Job> jobs() {
        boolean named = isNamed();
        var chosen = format.chosen();
        if (output == null) {
            if (files.size() > 1 && chosen.isFile()) throw new CommandLine.ParameterException(spec.commandLine(), "Subtitles of several files need a folder: use -o FOLDER");
            return files.stream().map(f -> new Job(f, Optional.empty(), chosen)).toList();
        }
        var place = output;
        if (files.size() == 1 && !Files.isDirectory(place)) {
            return List.of(new Job(files.getFirst(), Optional.of(place), named ? chosen : TranscriptFormat.of(place)));
        }
        return files.stream().map(f -> new Job(f, Optional.of(place.resolve(f.getFileName().toString().replaceFirst("\\.[^.]+$", "") + "." + chosen.extension())), chosen)).toList();
    }

    private boolean isNamed() {
        return format.text || format.json || format.srt || format.vtt || format.words;
    }

    private void run(TranscribeAudio transcribe, Job job, Terminal terminal) {
        var request = new TranscriptionRequest(job.file(), Optional.ofNullable(said), Optional.ofNullable(language), hint, context);
        DoubleConsumer progress = share -> terminal.progress(String.format(Locale.ROOT, "%s %3.0f %%", job.file().getFileName(), 100 * share));
        var result = written != null ? transcribe.compared(request, written, terminal::line, progress) : transcribe.run(request, job.format(), terminal::line, progress);
        terminal.clear();
        if (job.output().isPresent()) {
            OutputFiles.text(job.output().get(), result);
            return;
        }
        var out = spec.commandLine().getOut();
        if (files.size() > 1 && !job.format().namesFile()) out.println(job.file() + ":");
        out.print(result);
        out.flush();
    }
}
