package studio.parley.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds the packages is compiled only when it runs, so it is compiled here too; what goes into them is read once. */
class PackagingTest {
    private static final Path PACKAGING = Path.of("packaging");

    @Test
    void theBuildCompilesWithoutWarnings(@TempDir Path temp) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(found, null, null); var all = Files.list(PACKAGING)) {
            var sources = files.getJavaFileObjectsFromPaths(all.filter(f -> f.toString().endsWith(".java")).toList());
            assertTrue(compiler.getTask(null, files, found, List.of("-Xlint:all", "-d", temp.toString()), null, sources).call(), found.getDiagnostics().toString());
        }
        assertEquals(List.of(), found.getDiagnostics());
    }

    @Test
    void descriptionsAreWellFormed() throws Exception {
        var read = new ArrayList<Path>();
        try (var all = Files.walk(PACKAGING)) {
            for (var file : all.filter(f -> f.toString().matches(".*\\.(xml|svg|wxs)")).toList()) {
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
                read.add(file);
            }
        }
        assertTrue(read.size() >= 3, read.toString());
    }

    /** The window's class is what a desktop knows it by: its entry must name it, or the window gets no icon. */
    @Test
    void theDesktopEntryNamesTheWindow() throws Exception {
        var entry = Files.readString(PACKAGING.resolve("linux/studio.parley.Parley.desktop"));
        assertTrue(entry.contains("StartupWMClass=" + studio.parley.ui.shell.ParleyApp.class.getName() + "\n"), entry);
    }
}
