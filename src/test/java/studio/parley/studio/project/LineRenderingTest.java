package studio.parley.studio.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Reference;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.ReferenceMetadata;

class LineRenderingTest {
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

    @Test
    void staleLinesAreSpokenAndHearEachOther() {
        assertEquals(List.of("L1", "L2", "L3", "L4"), fixture.rendering.needs().needed());
        fixture.rendering.render(fixture.rendering.needs().needed(), 1);
        assertEquals(4, fixture.rendering.jobs().size());
        fixture.untilIdle();
        assertEquals(List.of(), fixture.rendering.needs().needed());
        var heard = fixture.project.document().decoration("L4").heard().get("T1");
        assertEquals(List.of("L1", "L2", "L3"), heard.lines().stream().map(l -> l.line()).toList());
        var take = fixture.project.document().line("L4").orElseThrow().sounding().orElseThrow();
        assertEquals(3, take.recipe().context().size());
        assertTrue(fixture.project.clipStore().find(new ClipId(take.clip())).isPresent());
        assertTrue(fixture.events.contains(new RenderingEvent.Finished(4, 0)), fixture.events.toString());
    }

    @Test
    void aRetakeDiffersAndAFixedSeedDoesNot() {
        for (int i = 0; i < 3; i++) {
            fixture.rendering.render(List.of("L1"), 1);
            fixture.untilIdle();
        }
        var line = fixture.project.document().line("L1").orElseThrow();
        assertEquals(3, line.takes().stream().map(t -> t.recipe().seed()).distinct().count());
        fixture.project.edit(TakeEdits.delete("L1", "T3"));
        fixture.rendering.render(List.of("L1"), 1);
        fixture.untilIdle();
        assertNotEquals(line.takes().getLast().recipe().seed(), fixture.project.document().line("L1").orElseThrow().takes().getLast().recipe().seed());
        fixture.project.edit(LineEdits.delivery(List.of("L2"), new Delivery(null, null, null, 7L)));
        for (int i = 0; i < 2; i++) {
            fixture.rendering.render(List.of("L2"), 1);
            fixture.untilIdle();
        }
        var clips = fixture.project.document().line("L2").orElseThrow().takes().stream().map(t -> t.clip()).distinct().toList();
        assertEquals(1, clips.size());
    }

    @Test
    void lockedLinesAreNotRenderedOver() {
        fixture.project.edit(TakeEdits.lock(List.of("L2"), true));
        assertEquals(List.of("L1", "L3", "L4"), fixture.rendering.needs().needed());
        var asked = fixture.rendering.render(List.of("L2", "L1", "L9"), 1);
        assertEquals(List.of("L1"), asked.queued());
        assertEquals(List.of("L2"), asked.locked());
        fixture.untilIdle();
        assertEquals(0, fixture.takes("L2"));
    }

    @Test
    void manyTakesComeInBatchesTheBestLast() {
        fixture.rendering.render(List.of("L1"), 6);
        fixture.untilIdle();
        assertEquals(6, fixture.takes("L1"));
        assertEquals(6, fixture.project.document().line("L1").orElseThrow().takes().stream().map(t -> t.recipe().seed()).distinct().count());
    }

    @Test
    void orderObeysHandAndPlayhead() {
        fixture.rendering.pause();
        fixture.rendering.render(List.of("L1", "L2", "L3", "L4"), 1);
        fixture.rendering.reorder(List.of("L4", "L2"));
        assertEquals(List.of("L4", "L2", "L1", "L3"), order());
        fixture.rendering.follow("L3");
        assertEquals(List.of("L3", "L4", "L1", "L2"), order());
        fixture.rendering.cancel(List.of("L4"));
        assertEquals(List.of("L3", "L1", "L2"), order());
        var arrived = new ArrayList<String>();
        fixture.rendering.resume();
        fixture.untilIdle();
        for (var e : fixture.events) if (e instanceof RenderingEvent.Arrived a) arrived.add(a.line());
        assertEquals(List.of("L3", "L1", "L2"), arrived);
        assertEquals(0, fixture.takes("L4"));
    }

    private List<String> order() {
        return fixture.rendering.jobs().stream().map(QueuedLine::line).toList();
    }

    @Test
    void aLineBeingSpokenIsHeardAndEndsWithinAFrame() {
        fixture.project.edit(LineEdits.delivery(List.of("L1"), new Delivery(null, null, 80_000, null)));
        fixture.rendering.render(List.of("L1", "L2"), 1);
        fixture.until("sound", () -> fixture.rendering.partial("L1").map(p -> p.length() >= 3 * 1920).orElse(false));
        assertEquals(fixture.model.rate(), fixture.rendering.partial("L1").orElseThrow().rate());
        fixture.rendering.cancel(List.of("L1"));
        fixture.untilIdle();
        assertEquals(0, fixture.takes("L1"));
        assertEquals(1, fixture.takes("L2"));
    }

    @Test
    void aFailedLineSaysWhyAndCanBeRetried() throws Exception {
        fixture.project.edit(ProjectEdits.addReference(0, new Reference("references/none.wav"), ReferenceMetadata.NONE));
        fixture.rendering.render(List.of("L1"), 2);
        fixture.untilIdle();
        assertTrue(fixture.rendering.jobs().getFirst().hasFailed());
        assertTrue(fixture.events.stream().anyMatch(e -> e instanceof RenderingEvent.Failed f && f.problem().getMessage().contains("none.wav")));
        Files.createDirectories(fixture.project.folder().references());
        Files.copy(Path.of("assets/samples/refs/ann.wav"), fixture.project.folder().references().resolve("none.wav"));
        fixture.rendering.retry(List.of("L1"));
        fixture.untilIdle();
        assertEquals(2, fixture.takes("L1"));
        assertEquals(1, fixture.project.document().decoration("L1").heard().get("T1").references().size());
    }

    @Test
    void whatWaitsSurvivesClosing() {
        fixture.rendering.pause();
        fixture.rendering.render(List.of("L2", "L3", "L1"), 2);
        fixture.reopen();
        fixture.until("the offer", () -> !fixture.rendering.offered().isEmpty());
        assertEquals(List.of("L2", "L3", "L1"), fixture.rendering.offered());
        fixture.reopen();
        fixture.until("the offer", () -> !fixture.rendering.offered().isEmpty());
        fixture.rendering.restore();
        fixture.untilIdle();
        assertEquals(2, fixture.takes("L3"));
        fixture.reopen();
        fixture.until("no list", () -> !Files.exists(fixture.project.folder().root().resolve("queue.json")));
    }

    @Test
    void whatFailedIsOfferedAgainUntilItIsSpoken() {
        fixture.project.edit(ProjectEdits.addReference(0, new Reference("references/none.wav"), ReferenceMetadata.NONE));
        fixture.rendering.render(List.of("L1"), 1);
        fixture.untilIdle();
        fixture.reopen();
        fixture.until("the offer", () -> !fixture.rendering.offered().isEmpty());
        fixture.project.edit(ProjectEdits.removeReference(0, new Reference("references/none.wav")));
        fixture.rendering.render(List.of("L1"), 1);
        fixture.untilIdle();
        fixture.until("no list", () -> !Files.exists(fixture.project.folder().root().resolve("queue.json")));
        assertEquals(List.of(), fixture.rendering.offered());
    }

    @Test
    void closingWhileSpeakingKeepsTheLineQueued() {
        fixture.project.edit(LineEdits.delivery(List.of("L1"), new Delivery(null, null, 80_000, null)));
        fixture.rendering.render(List.of("L1", "L2"), 1);
        fixture.until("sound", () -> fixture.rendering.partial("L1").map(p -> p.length() > 0).orElse(false));
        fixture.reopen();
        fixture.until("the offer", () -> !fixture.rendering.offered().isEmpty());
        assertEquals(List.of("L1", "L2"), fixture.rendering.offered());
        fixture.rendering.dismiss();
        assertEquals(List.of(), fixture.rendering.offered());
    }

    @Test
    void aStalePickGivesWayAFreshOneStays() {
        fixture.rendering.render(List.of("L1"), 2);
        fixture.untilIdle();
        fixture.project.edit(TakeEdits.choose("L1", Optional.of("T1")));
        fixture.rendering.render(List.of("L1"), 1);
        fixture.untilIdle();
        assertEquals("T1", fixture.project.document().line("L1").orElseThrow().sounding().orElseThrow().id());
        fixture.project.edit(LineEdits.text("Type", "L1", "Something else."));
        fixture.rendering.render(fixture.rendering.needs().needed().subList(0, 1), 1);
        fixture.untilIdle();
        assertEquals("T4", fixture.project.document().line("L1").orElseThrow().sounding().orElseThrow().id());
        assertFalse(fixture.rendering.needs().needed().contains("L1"));
    }

    @Test
    void timeLeftIsLearnt() {
        fixture.rendering.render(List.of("L1"), 1);
        fixture.untilIdle();
        fixture.rendering.pause();
        fixture.rendering.render(List.of("L2", "L3"), 1);
        assertTrue(fixture.rendering.secondsLeft().orElseThrow() > 0);
        fixture.reopen();
        fixture.until("the pace", () -> fixture.rendering.secondsLeft().isPresent());
    }

    /** A take that was deleted, even before a restart, is not spoken a second time. */
    @Test
    void aDeletedTakesSeedDoesNotComeBack() {
        fixture.rendering.render(List.of("L1"), 2);
        fixture.untilIdle();
        var before = seeds();
        fixture.project.edit(TakeEdits.delete("L1", "T1"));
        fixture.project.edit(TakeEdits.delete("L1", "T2"));
        fixture.reopen();
        fixture.rendering.render(List.of("L1"), 2);
        fixture.untilIdle();
        assertEquals(4, Stream.concat(before.stream(), seeds().stream()).distinct().count());
        for (int i = 0; i < 3; i++) fixture.project.undo();
        fixture.reopen();
        before = Stream.concat(before.stream(), seeds().stream()).distinct().toList();
        fixture.rendering.render(List.of("L1"), 1);
        fixture.untilIdle();
        assertFalse(before.contains(seeds().getLast()));
    }

    private List<Long> seeds() {
        return fixture.project.document().line("L1").orElseThrow().takes().stream().map(t -> t.recipe().seed()).toList();
    }
}
