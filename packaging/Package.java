package packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds Parley's packages for the system it runs on: {@code java packaging/Package.java [app]}, with a JDK 25, from the folder of the
 * sources. They are in {@code target/packages}; with {@code app} only the folder that can be run.
 */
public final class Package {
    private Package() {}

    public static void main(String[] arguments) throws Exception {
        if (Runtime.version().feature() < 25) throw new IllegalStateException("Packages are built with JDK 25.");
        var source = Path.of("").toAbsolutePath();
        if (!Files.isRegularFile(source.resolve("packaging/Package.java"))) throw new IllegalStateException("Run it in the folder of the sources.");
        var target = Target.ofThisMachine();
        var out = source.resolve("target/packages");
        var work = out.resolve("work");
        Tool.delete(out);
        Files.createDirectories(work);
        maven(source, target);
        var build = new Build(source, out, work, version(source), date(source), target);
        Packages packages = target.isLinux() ? new LinuxPackages(build) : target.isMac() ? new MacPackages(build) : new WindowsPackages(build);
        var program = packages.program();
        System.out.printf("%s: %.1f MB%n", program, Tool.size(program) / 1e6);
        if (List.of(arguments).contains("app")) return;
        packages.packages(program);
        Tool.delete(work);
        try (var all = Files.list(out)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) System.out.printf("%s: %.1f MB%n", file, Files.size(file) / 1e6);
        }
    }

    /** What all packages of one build share; {@code date} is the time of every file in them. */
    record Build(Path source, Path out, Path work, String version, FileTime date, Target target) {
        Path resource(String name) {
            return source.resolve("packaging").resolve(name);
        }

        /** Runtime and folder {@code app}; caches come last, when both are where they stay. */
        void fill(Path runtime, Path app) throws Exception {
            if (!Files.exists(runtime)) RuntimeImage.link(source.resolve("target/javafx"), work, target, runtime);
            new AppFolder(source, app, target).fill();
            Tool.date(app, date);
        }
    }

    /** The packages of one system. */
    interface Packages {
        /** The folder with the program as it runs on the user's machine. */
        Path program() throws Exception;

        /** What is given to people. */
        void packages(Path program) throws Exception;
    }

    private static void maven(Path source, Target target) throws Exception {
        var wrapper = source.resolve(target.isWindows() ? "mvnw.cmd" : "mvnw").toString();
        var maven = Optional.ofNullable(System.getenv("MAVEN")).orElse(wrapper);
        var command = Stream.concat(Stream.of(maven.split(" ")), Stream.of("-q", "-B", "-Dquick", "-DskipTests", "-Dmaven.test.skip", "-Dspotless.check.skip", "package"));
        Tool.run(source, Map.of("JAVA25_HOME", System.getProperty("java.home")), command.toArray());
    }

    private static String version(Path source) throws Exception {
        var m = Pattern.compile("<artifactId>parley</artifactId>\\s*<version>([^<]+)<").matcher(Files.readString(source.resolve("pom.xml")));
        if (!m.find()) throw new IllegalStateException("pom.xml has no version");
        return m.group(1);
    }

    /** SOURCE_DATE_EPOCH, else the time of the last commit; in even seconds, which is all that some archives know. */
    private static FileTime date(Path source) throws Exception {
        var given = System.getenv("SOURCE_DATE_EPOCH");
        var git = new ProcessBuilder("git", "log", "-1", "--format=%ct").directory(source.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        long seconds = Long.parseLong(given != null ? given : new String(git.start().getInputStream().readAllBytes()).strip());
        return FileTime.from(Instant.ofEpochSecond(seconds / 2 * 2));
    }
}
