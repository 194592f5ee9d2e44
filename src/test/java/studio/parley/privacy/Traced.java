package studio.parley.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Parley in a process of its own under strace: what it wrote and with whom it spoke. */
final class Traced implements AutoCloseable {
    /** How many unused sockets the JDK makes, by protocol. */
    private static final Map<String, Integer> PROBES = Map.of("IPPROTO_IP", 3, "IPPROTO_TCP", 5);
    private static final Path BUILD = Path.of("target").toAbsolutePath();
    private final Path trace;
    private final Process process;
    private final Path output;

    private Traced(Path trace, Process process, Path output) {
        this.trace = trace;
        this.process = process;
        this.output = output;
    }

    static boolean isPossible() throws Exception {
        try {
            return new ProcessBuilder("strace", "-qq", "-e", "trace=none", "true").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    /** Starts {@code java Main}; {@code trace} is a folder for strace's files, {@code home} the user's (also for what only looks there). */
    static Traced start(Path trace, Path home, Map<String, String> env, List<String> options, String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of("strace", "-ff", "-qq", "-yy", "-s", "4096", "-o", trace.resolve("calls").toString(),
                "-e", "trace=%file,%network", java, "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Duser.home=" + home,
                "-Dparley.program=" + Path.of("").toAbsolutePath(), "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", BUILD.resolve("classes") + ":" + BUILD.resolve("lib") + "/*", "studio.parley.Main"));
        command.addAll(List.of(arguments));
        var output = trace.resolve("output.txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("PARLEY_") || name.startsWith("ORT_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(env);
        return new Traced(trace, builder.start(), output);
    }

    Process process() {
        return process;
    }

    /** All that was said so far, on both streams. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** Waits for its end; returns the exit code. */
    int end() throws Exception {
        if (!process.waitFor(120, TimeUnit.SECONDS)) throw new IllegalStateException("does not end: " + output());
        return process.exitValue();
    }

    /** What it wrote outside {@code allowed}, and all it had to do with a network. */
    List<String> trespasses(List<Path> allowed) throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(trace, "calls.*")) {
            for (var file : files) lines.addAll(Files.readAllLines(file));
        }
        return trespasses(lines, allowed);
    }

    static List<String> trespasses(List<String> lines, List<Path> allowed) {
        var calls = lines.stream().map(SystemCall::of).flatMap(Optional::stream).toList();
        var out = new ArrayList<>(calls.stream().filter(c -> isForeign(c) || c.changesFiles() && c.succeeded() && !isWithin(c, allowed))
                .map(SystemCall::toString).toList());
        PROBES.forEach((protocol, most) -> {
            long probes = calls.stream().filter(c -> c.name().equals("socket") && isProbe(c) && c.arguments().endsWith(protocol)).count();
            if (probes > most) out.add(probes + " network sockets");
        });
        return out;
    }

    private static boolean isWithin(SystemCall call, List<Path> allowed) {
        return call.paths().stream().map(Path::normalize).allMatch(p -> p.startsWith("/proc") || isDevice(p) || allowed.stream().anyMatch(p::startsWith));
    }

    private static boolean isDevice(Path path) {
        return path.startsWith("/dev") && !path.startsWith("/dev/shm");
    }

    /**
     * Every Java program that opens a file makes three sockets and closes them unused, to learn which kinds of network the system
     * knows ({@code JNI_OnLoad} of the JDK's libnet); one that opens a socket file makes five more, to learn their options.
     */
    private static boolean isProbe(SystemCall call) {
        return call.name().equals("socket") && call.arguments().matches("AF_INET6?, SOCK_STREAM, IPPROTO_(IP|TCP)")
                || call.name().equals("setsockopt") && call.arguments().contains("SO_REUSEPORT");
    }

    /** Anything to do with a network. The system's own services on this machine are asked for the user's name and home. */
    private static boolean isForeign(SystemCall call) {
        if (isProbe(call)) return false;
        return switch (call.name()) {
            case "socket", "socketpair" -> !call.arguments().startsWith("AF_UNIX");
            case "connect" -> !call.arguments().matches(".*sun_path=\"(/var)?/run/(nscd|systemd)/.*|.*sun_path=\"/var/lib/sss/.*");
            case "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg" -> !call.arguments().contains("<UNIX-");
            default -> false;
        };
    }

    @Override
    public void close() throws Exception {
        process.descendants().forEach(ProcessHandle::destroy);
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }
}
