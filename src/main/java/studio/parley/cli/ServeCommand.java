package studio.parley.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.parley.cli.options.EarsOption;
import studio.parley.cli.options.ModelOptions;
import studio.parley.cli.options.Terminal;
import studio.parley.io.Disk;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.server.ServerOptions;
import studio.parley.server.SpeechServer;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.RecogniserStore;

/** Speaks for other programs. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Speak for other programs, which use OpenAI's audio interface.",
        description = {"", "Answers at http://127.0.0.1:8880 until Ctrl-C:", "",
            "  POST /v1/audio/speech          a text becomes speech",
            "  POST /v1/audio/conversation    a script becomes one file",
            "  POST /v1/audio/transcriptions  what is said in a recording",
            "  GET  /v1/audio/voices          the voices",
            "  GET  /v1/models                the model", "  GET  /health                   whether it is ready, or busy", "",
            "The voices are those of your library, by name, and those that come with Parley. One request is worked on at a time; the others wait in order. "
                + "Everything that is spoken is watermarked. For each request a line without its text is printed.", ""},
        footer = {"", "Example: curl http://127.0.0.1:8880/v1/audio/speech -d '{\"input\": \"Hello.\", \"voice\": \"ann\"}' -o hello.mp3"})
final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_WAITING = 10_000;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "The address to listen at; one that other machines can reach needs a key. Default: 127.0.0.1.")
    String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "The port; 0 for any that is free. Default: 8880.")
    int port = 8880;

    @Option(names = "--key", paramLabel = "KEY", description = "Answer only clients that send this key. Other users of this machine can see it in the list of processes; "
            + "$PARLEY_SERVE_KEY and --key-file keep it from them.")
    @Nullable String key;

    @Option(names = "--key-file", paramLabel = "FILE", description = "The same from a file.")
    @Nullable Path keyFile;

    @Option(names = "--max-queue", paramLabel = "N", description = "How many requests may wait; more are told to try again later. Default: 64.")
    int maxQueue = 64;

    @Mixin ModelOptions models = new ModelOptions();
    @Mixin EarsOption ears = new EarsOption();

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var terminal = new Terminal(spec.commandLine().getErr());
        var options = options();
        if (!SpeechServer.isLocal(host)) terminal.line("Other machines can reach this server, and what they send and get is not encrypted. Use it only in a network that you trust.");
        var ended = new CountDownLatch(1);
        try (var grace = new GracePeriod(); var end = Cancellation.whenWished(ended::countDown); var model = models.open(spec.commandLine().getErr());
                var server = new SpeechServer(model, options, models.directories(), terminal::line)) {
            server.warmUp();
            spec.commandLine().getOut().println("Parley speaks at http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/v1 - Ctrl-C ends it.");
            spec.commandLine().getOut().flush();
            ended.await();
        }
        return ExitCode.DONE.number();
    }

    private ServerOptions options() {
        if (port < 0 || port > HIGHEST_PORT) throw Problem.input("--port " + port + " is out of range. Use a number from 0 to " + HIGHEST_PORT + ".");
        if (maxQueue < 1 || maxQueue > MOST_WAITING) throw Problem.input("--max-queue " + maxQueue + " is out of range. Use a number from 1 to " + MOST_WAITING + ".");
        var secret = secret();
        if (secret.isEmpty() && !SpeechServer.isLocal(host)) {
            throw Problem.input("Other machines can reach " + host + ", so a key is needed. Choose one and give it with --key-file, or use 127.0.0.1.");
        }
        var recogniser = !ears.isOff() ? new RecogniserStore(models.directories()).bundled() : Optional.<Path>empty();
        return new ServerOptions(host, port, secret, maxQueue, recogniser, models.threads());
    }

    private Optional<String> secret() {
        if (key != null && keyFile != null) throw new CommandLine.ParameterException(spec.commandLine(), "--key and --key-file are two ways to give the same key");
        var file = Optional.ofNullable(keyFile).map(f -> Disk.text(f).orElseThrow(() -> Problem.input("There is no file " + f + ". Check the path.")));
        var given = file.or(() -> Optional.ofNullable(key)).map(String::strip);
        if (given.filter(String::isEmpty).isPresent()) throw Problem.input("The key is empty. Choose one, such as a long random word.");
        return given.or(() -> AppDirectories.environment("PARLEY_SERVE_KEY").map(String::strip));
    }
}
