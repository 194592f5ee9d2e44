package studio.parley.studio.project.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.render.Ears;
import studio.parley.studio.project.render.FinishedLines;
import studio.parley.studio.project.render.ProjectFixture;
import studio.parley.studio.project.render.RenderProject;
import studio.parley.studio.settings.AppDirectories;

class WorkTest {
    @TempDir
    Path home;

    /** A process that lost a unit and takes it over again goes on where it was: other takes would have other seeds. */
    @Test
    void aUnitThatIsRenderedTwiceGetsNoMoreTakes() {
        var root = home.resolve("p.parley");
        Project.create(root, ProjectFixture.document()).close();
        var directories = AppDirectories.under(home.resolve("home"), Optional.empty());
        var finished = new FinishedLines(home.resolve("work"), false);
        var done = new ArrayList<RenderEvent>();
        var project = Project.openDraft(root, finished.audio()).project();
        try (project; var model = LoadedModel.open(ProjectFixture.MODEL, "cpu", 1, Optional.empty(), directories, s -> { })) {
            var rendering = new RenderProject(project, model, directories, Ears.OFF, e -> {
                if (e instanceof RenderEvent.LineDone) done.add(e);
            }, Optional.of(finished));
            var units = Work.of("p", rendering, RenderProject.Which.NEEDED, 1, List.of());
            assertEquals(List.of("p"), units.stream().map(Unit::name).toList());
            units.getFirst().speech().run();
            assertEquals(4, done.size());
            units.getFirst().speech().run();
            assertEquals(4, done.size());
            assertEquals(List.of(1, 1, 1, 1), project.document().lines().stream().map(l -> l.takes().size()).toList());
        }
        assertEquals(List.of(), Project.openReadOnly(root).project().document().lines().stream().flatMap(l -> l.takes().stream()).toList());
    }
}
