package studio.parley.studio.project.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Delivery;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.ContextSelection;

/** Lines that hear only reference clips are rows of one batch. */
class LinesAtOnceTest {
    @TempDir
    Path home;
    private ProjectFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ProjectFixture(home, ProjectFixture.document());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Whatever else is rendered with them, which is part of no recipe. */
    @Test
    void linesThatHearOnlyClipsAreRenderedAtOnceAndSoundAsAlone() {
        hearOnlyClips();
        fixture.rendering.render(List.of("L1", "L2", "L3", "L4"), 1);
        fixture.until("all of them", () -> running() == 4);
        fixture.untilIdle();
        var atOnce = List.of(clip("L1"), clip("L2"), clip("L3"), clip("L4"));
        assertEquals(List.of("L1", "L2", "L3", "L4"), arrived());
        assertTrue(fixture.events.contains(new RenderingEvent.Finished(4, 0)));
        close();
        fixture = new ProjectFixture(home.resolve("alone"), ProjectFixture.document());
        hearOnlyClips();
        for (var line : List.of("L3", "L1", "L4", "L2")) {
            fixture.rendering.render(List.of(line), 1);
            fixture.untilIdle();
        }
        assertEquals(atOnce, List.of(clip("L1"), clip("L2"), clip("L3"), clip("L4")));
    }

    @Test
    void oneOfSeveralIsCancelledAndTheOthersArrive() {
        hearOnlyClips();
        fixture.project.edit(TestEdits.delivery(List.of("L2"), new Delivery(null, null, 80_000, null)));
        fixture.rendering.render(List.of("L1", "L2", "L3"), 1);
        fixture.until("the second", () -> fixture.rendering.jobs().stream().anyMatch(j -> j.line().equals("L2") && j.status() instanceof RenderStatus.Speaking s && s.frames() > 8));
        fixture.rendering.cancel(List.of("L2"));
        fixture.until("the end", () -> fixture.events.contains(new RenderingEvent.Finished(2, 0)));
        assertEquals(List.of(1, 0, 1), List.of(fixture.takes("L1"), fixture.takes("L2"), fixture.takes("L3")));
        assertEquals(List.of(), fixture.rendering.jobs());
    }

    /** A line that hears others keeps its turn; so does one with several takes. */
    @Test
    void onlyNeighboursInTheQueueAreRenderedAtOnce() {
        hearOnlyClips();
        fixture.project.edit(TakeEdits.listening(List.of("L2"), ContextSelection.INHERITED.withPreset(Optional.of(ContextSelection.Preset.CONVERSATION))));
        var most = new int[1];
        fixture.rendering.render(List.of("L1", "L2", "L3", "L4"), 1);
        fixture.until("the end", () -> {
            most[0] = Math.max(most[0], running());
            return fixture.events.contains(new RenderingEvent.Finished(4, 0));
        });
        assertEquals(List.of("L1", "L2", "L3", "L4"), arrived());
        assertEquals(2, most[0]);
        assertEquals(List.of("L1"), fixture.project.document().decoration("L2").heard().get("T1").lines().stream().map(h -> h.line()).toList());
    }

    private void hearOnlyClips() {
        fixture.project.edit(ProjectEdits.settings("context", fixture.project.document().settings().with(ContextSelection.Preset.REFERENCES).withWatermark(false)));
    }

    private int running() {
        return (int) fixture.rendering.jobs().stream().filter(j -> j.status().isRunning()).count();
    }

    private String clip(String line) {
        return fixture.project.document().line(line).orElseThrow().takes().getFirst().clip();
    }

    private List<String> arrived() {
        return fixture.events.stream().flatMap(e -> e instanceof RenderingEvent.Arrived a ? Stream.of(a.line()) : Stream.of()).toList();
    }
}
