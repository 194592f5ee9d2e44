package studio.parley.studio.card;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.parley.io.StrictJson;
import studio.parley.onnx.DeviceTrial;
import studio.parley.onnx.RuntimeOptions;
import studio.parley.problem.Problem;
import studio.parley.studio.model.LoadedModel;

/** Computes on a device in a process of its own, {@code parley gpu try DEVICE}, which a defective driver may end. */
public interface CardTrial {
    /** Why the device cannot be used, as a sentence for people; empty if it works. */
    Optional<String> run(String device);

    Logger LOG = LoggerFactory.getLogger(CardTrial.class);

    /** Loading the libraries for the first time takes seconds, on a slow disk a minute. */
    int MOST_SECONDS = 240;

    static Optional<String> inOwnProcess(String device) {
        return Optional.of(answer(device).get("trouble").getAsString()).filter(t -> !t.isEmpty());
    }

    /** The trial itself, in this process. */
    static Optional<String> compute(String device) {
        return DeviceTrial.run(RuntimeOptions.of(LoadedModel.preference(device))).trouble();
    }

    /** What {@code parley gpu try} prints for these arguments; it always has a {@code trouble}, which is empty if there is none. */
    static JsonObject answer(String... arguments) {
        return ask(command(arguments));
    }

    static JsonObject ask(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            var answer = CompletableFuture.supplyAsync(() -> read(process));
            try {
                return result(answer.get(MOST_SECONDS, TimeUnit.SECONDS), process);
            } finally {
                process.destroyForcibly();
            }
        } catch (TimeoutException e) {
            LOG.warn("The trial did not end");
            return trouble("The graphics card does not answer. Restart the computer; if this happens again, update its driver.");
        } catch (IOException | ExecutionException e) {
            throw Problem.device("The graphics card could not be tried, because Java could not be started again. Install Parley again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the trial was stopped");
        }
    }

    private static JsonObject trouble(String sentence) {
        var json = new JsonObject();
        json.addProperty("trouble", sentence);
        return json;
    }

    private static JsonObject result(String answer, Process process) throws InterruptedException {
        var json = answer.lines().reduce((a, b) -> b).flatMap(StrictJson::object).filter(j -> j.has("trouble"));
        if (json.isPresent()) return json.get();
        process.waitFor(10, TimeUnit.SECONDS);
        LOG.warn("The trial ended with {}: {}", process.isAlive() ? "nothing" : process.exitValue(), answer.substring(0, Math.min(answer.length(), 2000)));
        return trouble("The graphics card's driver or libraries crashed when they were tried. Update its driver, then run 'parley gpu setup' again.");
    }

    private static String read(Process process) {
        try (var in = process.getInputStream()) {
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** This Parley again, with the same folders. */
    private static List<String> command(String... arguments) {
        var java = Stream.of("java", "java.exe").map(n -> Path.of(System.getProperty("java.home"), "bin", n)).filter(Files::isExecutable).findFirst();
        var command = new ArrayList<String>();
        if (java.isPresent()) {
            command.addAll(List.of(java.get().toString(), "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:-UsePerfData"));
            for (var key : List.of("parley.program", "parley.home", "onnxruntime.native.path")) {
                Optional.ofNullable(System.getProperty(key)).ifPresent(value -> command.add("-D" + key + "=" + value));
            }
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "studio.parley.Main"));
        } else {
            command.add(ProcessHandle.current().info().command().orElse("parley"));
        }
        command.addAll(List.of("gpu", "try"));
        command.addAll(List.of(arguments));
        return command;
    }
}
