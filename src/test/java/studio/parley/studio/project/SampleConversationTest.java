package studio.parley.studio.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.script.Scripts;
import studio.parley.studio.document.journal.MissingFile;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** What a stranger meets at the first start: the sample conversation, its first lines spoken by the voice that comes along. */
class SampleConversationTest {
    private static final Path PROGRAM = Path.of("").toAbsolutePath();

    @TempDir
    Path home;

    @Test
    void beginsSpokenAndFreshWithTheVoiceThatIsFound() {
        var directories = AppDirectories.under(home, Optional.of(PROGRAM));
        var voice = ModelDefaults.of(new ModelStore(directories, Settings.read(directories.settingsFile())).find(Optional.empty()));
        try (var project = Project.open(SampleProject.ensure(directories)).project()) {
            var document = project.document();
            assertEquals(List.of(), MissingFile.in(document, project.folder()));
            var spoken = document.lines().stream().filter(l -> l.sounding().isPresent()).toList();
            assertTrue(spoken.size() >= 3 && spoken.size() < document.lines().size(), () -> spoken.size() + " lines are spoken");
            assertEquals(document.lines().subList(0, spoken.size()), spoken);
            var staleness = Staleness.of(document, voice.delivery(), voice.model());
            for (var line : spoken) {
                assertEquals(new Staleness.Fresh(), staleness.get(line.id()), line.text());
                assertEquals(List.of(), line.sounding().orElseThrow().checks(), line.text());
            }
            assertFalse(project.history().undo());
        }
    }

    @Test
    void isTheScriptThatLiesBesideIt() {
        var directories = AppDirectories.under(home, Optional.of(PROGRAM));
        var script = Scripts.read(PROGRAM.resolve("assets/samples/lighthouse.txt"), Optional.empty()).lines();
        try (var project = Project.open(SampleProject.ensure(directories)).project()) {
            var lines = project.document().lines();
            assertEquals(script.stream().map(Line::text).toList(), lines.stream().map(Line::text).toList());
            assertTrue(IntStream.range(0, lines.size()).allMatch(i -> script.get(i).relation().equals(lines.get(i).relation())));
        }
    }
}
