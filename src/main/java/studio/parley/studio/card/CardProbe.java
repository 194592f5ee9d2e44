package studio.parley.studio.card;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.parley.io.Disk;

/**
 * Finds the graphics card without a library of NVIDIA's: asks {@code nvidia-smi}, which comes with every driver, and otherwise reads what the
 * Linux kernel knows.
 *
 * @param environment of this process: {@code PATH}, {@code SystemRoot}
 * @param root of the file system, for tests
 */
record CardProbe(Map<String, String> environment, Path root, boolean windows) {
    /** A card, or whether one without a working driver is in this computer. */
    record Found(Optional<Card> card, boolean isWithoutDriver) {}

    private static final Logger LOG = LoggerFactory.getLogger(CardProbe.class);
    private static final int MOST_SECONDS = 15;
    private static final List<String> QUESTION = List.of("--query-gpu=name,memory.total,driver_version", "--format=csv,noheader,nounits");
    private static final Pattern ANSWER = Pattern.compile("([^,\\p{Cntrl}]{1,100}), *(\\d{1,9}|\\[[^\\]]*\\]), *(\\d{1,5}(?:\\.\\d{1,5}){1,3})");
    private static final Pattern MODULE = Pattern.compile("Kernel Module(?: for \\S+)? +(\\d{1,5}(?:\\.\\d{1,5}){1,3})");
    private static final Pattern MODEL = Pattern.compile("(?m)^Model:\\s*(\\S[^\\r\\n]{0,99})$");

    static CardProbe ofThisComputer() {
        return new CardProbe(System.getenv(), Path.of("/"), System.getProperty("os.name").startsWith("Windows"));
    }

    Found find() {
        var card = programs().map(this::ask).flatMap(Optional::stream).findFirst().or(this::fromKernel);
        return new Found(card, card.isEmpty() && isPlugged());
    }

    /** By its full path, so that no other program of that name in the current folder is run. */
    private Stream<Path> programs() {
        var name = windows ? "nvidia-smi.exe" : "nvidia-smi";
        var folders = new ArrayList<String>();
        if (windows) folders.add(environment.getOrDefault("SystemRoot", "C:\\Windows") + "\\System32");
        folders.addAll(List.of(environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator))));
        if (!windows) folders.addAll(List.of("/usr/bin", "/usr/lib/wsl/lib"));
        return folders.stream().filter(f -> !f.isBlank()).flatMap(f -> Disk.path(f).stream()).filter(Path::isAbsolute)
                .map(f -> f.resolve(name)).filter(Files::isExecutable).distinct();
    }

    private Optional<Card> ask(Path program) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(QUESTION);
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            process.getOutputStream().close();
            var answer = CompletableFuture.supplyAsync(() -> read(process));
            try {
                return cards(answer.get(MOST_SECONDS, TimeUnit.SECONDS)).stream().findFirst();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.warn("{} gives no answer: {}", program, e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String read(Process process) {
        try (var in = process.getInputStream()) {
            return new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Messages such as "No devices were found" are no answer. */
    static List<Card> cards(String answer) {
        return answer.lines().map(l -> ANSWER.matcher(l.strip())).filter(m -> m.matches())
                .map(m -> new Card(m.group(1).strip(), m.group(2).startsWith("[") ? 0 : Long.parseLong(m.group(2)) << 20, m.group(3))).toList();
    }

    private Optional<Card> fromKernel() {
        var driver = text(root.resolve("proc/driver/nvidia/version")).map(MODULE::matcher).filter(m -> m.find()).map(m -> m.group(1));
        var name = children(root.resolve("proc/driver/nvidia/gpus")).flatMap(g -> text(g.resolve("information")).stream())
                .map(MODEL::matcher).filter(m -> m.find()).map(m -> m.group(1).strip()).findFirst();
        return driver.flatMap(d -> name.map(n -> new Card(n, 0, d)));
    }

    /** A display controller of NVIDIA's. */
    private boolean isPlugged() {
        return children(root.resolve("sys/bus/pci/devices")).anyMatch(d -> text(d.resolve("vendor")).filter(v -> v.strip().equals("0x10de")).isPresent()
                && text(d.resolve("class")).filter(c -> c.startsWith("0x03")).isPresent());
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.empty();
        try (var all = Files.list(folder)) {
            return all.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
