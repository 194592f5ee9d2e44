package studio.parley.studio.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;
import studio.parley.studio.ClipTranscripts;
import studio.parley.studio.document.journal.MissingFile;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.settings.AppDirectories;

class ProjectImportTest {
    private static final Path SCRIPT = Path.of("assets/samples/lighthouse.txt");
    @TempDir
    Path home;

    @Test
    void aScriptBecomesAProjectWithItsVoices() {
        var root = home.resolve("l.parley");
        var imported = ProjectImport.create(SCRIPT, Optional.empty(), Optional.empty(), ClipTranscripts.WRITTEN, root);
        imported.project().close();
        assertEquals(List.of(), imported.notices());
        try (var project = Project.open(root).project()) {
            var d = project.document();
            assertEquals(12, d.lines().size());
            assertEquals("The Lighthouse", d.conversation().title());
            assertEquals(List.of(), MissingFile.in(d, project.folder()));
            var path = d.conversation().speaker(0).references().getFirst().path();
            assertTrue(d.track(0).reference(path).transcript().length() > 10);
            assertTrue(ProjectImport.compare(d, SCRIPT, Optional.empty()).isEmpty());
        }
        assertThrows(Problem.class, () -> ProjectImport.create(SCRIPT, Optional.empty(), Optional.empty(), ClipTranscripts.WRITTEN, root));
    }

    @Test
    void voicesComeFromAFolderToo() throws Exception {
        var script = Files.writeString(home.resolve("s.txt"), "Ann: Hello.\nZed: Hi.\n");
        var imported = ProjectImport.create(script, Optional.empty(), Optional.of(Path.of("assets/samples/refs")), ClipTranscripts.WRITTEN, home.resolve("f.parley"));
        try (var project = imported.project()) {
            assertEquals(1, project.document().conversation().speaker(0).references().size());
            assertEquals(1, imported.notices().size());
            Files.writeString(script, "@voice Ann " + Path.of("assets/samples/refs/ann.wav").toAbsolutePath() + "\n@voice Cid "
                    + Path.of("assets/samples/refs/ben.wav").toAbsolutePath() + "\nAnn: Hello.\nCid: New here.\nZed: Hi.\n");
            var diff = ProjectImport.compare(project.document(), script, Optional.empty());
            assertEquals(1, diff.count(ScriptDiff.Change.Added.class));
            assertEquals(List.of("Cid"), List.copyOf(ProjectImport.newVoices(project.document(), diff, script).keySet()));
        }
    }

    @Test
    void theSampleIsMadeOnceOrCopied() throws Exception {
        var directories = AppDirectories.under(home.resolve("data"), Optional.empty());
        var folder = SampleProject.ensure(directories);
        assertEquals(folder, SampleProject.ensure(directories));
        Project.open(folder).project().close();
        var program = home.resolve("program");
        var shipped = program.resolve("assets/samples/lighthouse.parley");
        Files.createDirectories(shipped.getParent());
        ProjectImport.create(SCRIPT, Optional.empty(), Optional.empty(), ClipTranscripts.WRITTEN, shipped).project().close();
        var copied = SampleProject.ensure(AppDirectories.under(home.resolve("other"), Optional.of(program)));
        try (var project = Project.open(copied).project()) {
            assertEquals(List.of(), MissingFile.in(project.document(), project.folder()));
        }
    }
}
