package studio.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
}
