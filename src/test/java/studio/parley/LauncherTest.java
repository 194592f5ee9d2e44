package studio.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started where little is set up: cron, services, containers. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    @TempDir
    Path temp;

    private String out = "";
    private Path work;

    @BeforeEach
    void folders() throws Exception {
        work = Files.createDirectory(temp.resolve("work"));
        Files.writeString(work.resolve("Zoë.txt"), "# Grüße\nZoë: Hello.\nJosé: Hi.\n");
    }

    /** Runs a command with these variables and no others; returns the exit code. */
    private int run(Map<String, String> env, List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().putAll(env);
        var process = builder.start();
        out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    /** A copy of the launcher before classes that are built. */
    private String launcher() throws Exception {
        var root = Files.createDirectories(temp.resolve("root/target")).getParent();
        for (var built : List.of("classes", "lib", "javafx")) Files.createSymbolicLink(root.resolve("target").resolve(built), TARGET.resolve(built));
        Files.createFile(root.resolve("target/.parley-built"));
        var launcher = root.resolve("parley");
        Files.copy(Path.of("parley"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        return launcher.toString();
    }

    private static List<String> java(String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED", "-cp", TARGET.resolve("classes") + ":" + TARGET.resolve("lib") + "/*",
                "studio.parley.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    @Test
    void namesAreUtf8WithoutALocaleAndAHome() throws Exception {
        var env = Map.of("JAVA25_HOME", System.getProperty("java.home"), "PARLEY_HOME", temp + "/Zoë's folder");
        assertEquals(0, run(env, List.of(launcher(), "import", "Zoë.txt", "-o", "Größe", "--json")), () -> out);
        assertTrue(out.contains("Größe.parley") && out.contains("Zoë") && out.contains("José"), out);
        assertTrue(Files.isDirectory(work.resolve("Größe.parley")));
    }

    @Test
    void namesAreUtf8UnderLC_ALL_C() throws Exception {
        for (var locale : List.of("C", "POSIX", "nn_NO.nonsense")) {
            assertEquals(0, run(Map.of("LC_ALL", locale, "PARLEY_HOME", temp + "/home"), java("import", "Zoë.txt", "-o", locale + "é")), () -> out);
            assertTrue(out.contains(locale + "é.parley: 2 lines by 2 speakers"), out);
            assertTrue(Files.isDirectory(work.resolve(locale + "é.parley")));
        }
    }

    @Test
    void aHomeThatIsAFileIsOneSentence() throws Exception {
        var file = work.resolve("Zoë.txt").toString();
        for (var arguments : List.of(new String[] {"models"}, new String[] {"say", "Hi."}, new String[] {"verify", file}, new String[] {})) {
            int code = run(Map.of("PARLEY_HOME", file, "LC_ALL", "C"), java(arguments));
            assertTrue(code > 1, out);
            assertEquals(1, out.lines().count(), out);
            assertTrue(out.startsWith("parley: "), out);
        }
    }

    /** Programs in place of a JDK, which write down what they are asked. */
    private Path fakeJdk(boolean trains) throws Exception {
        var jdk = Files.createDirectories(temp.resolve("jdk/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        script(jdk.resolve("bin/jar"), "touch \"$3\"");
        script(jdk.resolve("bin/java"), "case \"$*\" in *AotCacheRun*) echo trained >>'" + temp + "/trained'\n"
                + "for a do case $a in -XX:AOTCacheOutput=*) " + (trains ? "touch \"${a#*=}\"" : "exit 1") + " ;; esac; done ;; *) echo \"$@\" ;; esac");
        return jdk;
    }

    private static void script(Path file, String body) throws Exception {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    @Test
    void windowStartsFromACacheMadeOncePerBuild() throws Exception {
        var launcher = launcher();
        var env = Map.of("JAVA25_HOME", fakeJdk(true).toString());
        var cache = temp.resolve("root/target/start/parley.aot");
        assertEquals(0, run(env, List.of(launcher, "render")), () -> out);
        assertTrue(Files.notExists(cache) && !out.contains("AOTCache"), out);
        for (int i = 0; i < 2; i++) {
            assertEquals(0, run(env, List.of(launcher)), () -> out);
            assertTrue(out.contains("-XX:AOTCache=" + cache) && out.contains("start/parley.jar") && out.contains("studio.parley.Main"), out);
        }
        assertEquals(List.of("trained"), Files.readAllLines(temp.resolve("trained")));
        Files.setLastModifiedTime(temp.resolve("root/target/.parley-built"), FileTime.from(Instant.now().plusSeconds(1)));
        assertEquals(0, run(env, List.of(launcher, "some.parley")), () -> out);
        assertEquals(List.of("trained", "trained"), Files.readAllLines(temp.resolve("trained")));
    }

    @Test
    void windowStartsWithoutACacheWhereNoneCanBeMade() throws Exception {
        var launcher = launcher();
        var env = Map.of("JAVA25_HOME", fakeJdk(false).toString());
        for (int i = 0; i < 2; i++) {
            assertEquals(0, run(env, List.of(launcher)), () -> out);
            assertTrue(!out.contains("AOTCache") && out.contains("root/target/classes:"), out);
        }
        assertEquals(List.of("trained"), Files.readAllLines(temp.resolve("trained")));
    }

    @Test
    void trainingOpensTheWindowAndEnds() throws Exception {
        var command = new ArrayList<>(java());
        command.set(command.size() - 1, "studio.parley.ui.shell.AotCacheRun");
        command.addAll(command.size() - 1, List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dparley.program=" + Path.of("").toAbsolutePath(),
                "--module-path", TARGET.resolve("javafx").toString(), "--add-modules", "javafx.controls",
                "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED"));
        assertEquals(0, run(Map.of("PARLEY_HOME", temp + "/home"), command), () -> out);
        assertEquals("", out.replaceAll("(?m)^WARNING.*$", "").strip());
    }
}
