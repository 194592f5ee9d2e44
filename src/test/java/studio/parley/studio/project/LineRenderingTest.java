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
import studio.parley.audio.ClipId;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Reference;
import studio.parley.studio.document.LineEdits;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.document.ReferenceNote;
import studio.parley.studio.document.TakeEdits;

class LineRenderingTest {
    @TempDir
    Path home;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(home, Desk.document());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void staleLinesAreSpokenAndHearEachOther() {
        assertEquals(List.of("L1", "L2", "L3", "L4"), desk.rendering.needs().needed());
        desk.rendering.render(desk.rendering.needs().needed(), 1);
        assertEquals(4, desk.rendering.jobs().size());
        desk.untilIdle();
        assertEquals(List.of(), desk.rendering.needs().needed());
        var heard = desk.project.document().decoration("L4").heard().get("T1");
        assertEquals(List.of("L1", "L2", "L3"), heard.lines().stream().map(l -> l.line()).toList());
        var take = desk.project.document().line("L4").orElseThrow().sounding().orElseThrow();
        assertEquals(3, take.recipe().context().size());
        assertTrue(desk.project.shelf().find(new ClipId(take.clip())).isPresent());
        assertTrue(desk.events.contains(new RenderingEvent.Finished(4, 0)), desk.events.toString());
    }

    @Test
    void aRetakeDiffersAndAFixedSeedDoesNot() {
        for (int i = 0; i < 3; i++) {
            desk.rendering.render(List.of("L1"), 1);
            desk.untilIdle();
        }
        var line = desk.project.document().line("L1").orElseThrow();
        assertEquals(3, line.takes().stream().map(t -> t.recipe().seed()).distinct().count());
        desk.project.edit(TakeEdits.delete("L1", "T3"));
        desk.rendering.render(List.of("L1"), 1);
        desk.untilIdle();
        assertNotEquals(line.takes().getLast().recipe().seed(), desk.project.document().line("L1").orElseThrow().takes().getLast().recipe().seed());
        desk.project.edit(LineEdits.delivery(List.of("L2"), new Delivery(null, null, null, 7L)));
        for (int i = 0; i < 2; i++) {
            desk.rendering.render(List.of("L2"), 1);
            desk.untilIdle();
        }
        var clips = desk.project.document().line("L2").orElseThrow().takes().stream().map(t -> t.clip()).distinct().toList();
        assertEquals(1, clips.size());
    }

    @Test
    void lockedLinesAreNotRenderedOver() {
        desk.project.edit(TakeEdits.lock(List.of("L2"), true));
        assertEquals(List.of("L1", "L3", "L4"), desk.rendering.needs().needed());
        var asked = desk.rendering.render(List.of("L2", "L1", "L9"), 1);
        assertEquals(List.of("L1"), asked.queued());
        assertEquals(List.of("L2"), asked.locked());
        desk.untilIdle();
        assertEquals(0, desk.takes("L2"));
    }

    @Test
    void manyTakesComeInBatchesTheBestLast() {
        desk.rendering.render(List.of("L1"), 6);
        desk.untilIdle();
        assertEquals(6, desk.takes("L1"));
        assertEquals(6, desk.project.document().line("L1").orElseThrow().takes().stream().map(t -> t.recipe().seed()).distinct().count());
    }

    @Test
    void orderObeysHandAndPlayhead() {
        desk.rendering.pause();
        desk.rendering.render(List.of("L1", "L2", "L3", "L4"), 1);
        desk.rendering.reorder(List.of("L4", "L2"));
        assertEquals(List.of("L4", "L2", "L1", "L3"), order());
        desk.rendering.follow("L3");
        assertEquals(List.of("L3", "L4", "L1", "L2"), order());
        desk.rendering.cancel(List.of("L4"));
        assertEquals(List.of("L3", "L1", "L2"), order());
        var arrived = new ArrayList<String>();
        desk.rendering.resume();
        desk.untilIdle();
        for (var e : desk.events) if (e instanceof RenderingEvent.Arrived a) arrived.add(a.line());
        assertEquals(List.of("L3", "L1", "L2"), arrived);
        assertEquals(0, desk.takes("L4"));
    }

    private List<String> order() {
        return desk.rendering.jobs().stream().map(QueuedLine::line).toList();
    }

    @Test
    void aLineBeingSpokenIsHeardAndEndsWithinAFrame() {
        desk.project.edit(LineEdits.delivery(List.of("L1"), new Delivery(null, null, 80_000, null)));
        desk.rendering.render(List.of("L1", "L2"), 1);
        desk.until("sound", () -> desk.rendering.partial("L1").map(p -> p.length() >= 3 * 1920).orElse(false));
        assertEquals(desk.model.rate(), desk.rendering.partial("L1").orElseThrow().rate());
        desk.rendering.cancel(List.of("L1"));
        desk.untilIdle();
        assertEquals(0, desk.takes("L1"));
        assertEquals(1, desk.takes("L2"));
    }

    @Test
    void aFailedLineSaysWhyAndCanBeRetried() throws Exception {
        desk.project.edit(ProjectEdits.addReference(0, new Reference("references/none.wav"), ReferenceNote.NONE));
        desk.rendering.render(List.of("L1"), 2);
        desk.untilIdle();
        assertTrue(desk.rendering.jobs().getFirst().hasFailed());
        assertTrue(desk.events.stream().anyMatch(e -> e instanceof RenderingEvent.Failed f && f.problem().getMessage().contains("none.wav")));
        Files.createDirectories(desk.project.folder().references());
        Files.copy(Path.of("assets/samples/refs/ann.wav"), desk.project.folder().references().resolve("none.wav"));
        desk.rendering.retry(List.of("L1"));
        desk.untilIdle();
        assertEquals(2, desk.takes("L1"));
        assertEquals(1, desk.project.document().decoration("L1").heard().get("T1").references().size());
    }

    @Test
    void whatWaitsSurvivesClosing() {
        desk.rendering.pause();
        desk.rendering.render(List.of("L2", "L3", "L1"), 2);
        desk.reopen();
        desk.until("the offer", () -> !desk.rendering.offered().isEmpty());
        assertEquals(List.of("L2", "L3", "L1"), desk.rendering.offered());
        desk.reopen();
        desk.until("the offer", () -> !desk.rendering.offered().isEmpty());
        desk.rendering.restore();
        desk.untilIdle();
        assertEquals(2, desk.takes("L3"));
        desk.reopen();
        desk.until("no list", () -> !Files.exists(desk.project.folder().root().resolve("queue.json")));
    }

    @Test
    void whatFailedIsOfferedAgainUntilItIsSpoken() {
        desk.project.edit(ProjectEdits.addReference(0, new Reference("references/none.wav"), ReferenceNote.NONE));
        desk.rendering.render(List.of("L1"), 1);
        desk.untilIdle();
        desk.reopen();
        desk.until("the offer", () -> !desk.rendering.offered().isEmpty());
        desk.project.edit(ProjectEdits.removeReference(0, new Reference("references/none.wav")));
        desk.rendering.render(List.of("L1"), 1);
        desk.untilIdle();
        desk.until("no list", () -> !Files.exists(desk.project.folder().root().resolve("queue.json")));
        assertEquals(List.of(), desk.rendering.offered());
    }

    @Test
    void closingWhileSpeakingKeepsTheLineQueued() {
        desk.project.edit(LineEdits.delivery(List.of("L1"), new Delivery(null, null, 80_000, null)));
        desk.rendering.render(List.of("L1", "L2"), 1);
        desk.until("sound", () -> desk.rendering.partial("L1").map(p -> p.length() > 0).orElse(false));
        desk.reopen();
        desk.until("the offer", () -> !desk.rendering.offered().isEmpty());
        assertEquals(List.of("L1", "L2"), desk.rendering.offered());
        desk.rendering.dismiss();
        assertEquals(List.of(), desk.rendering.offered());
    }

    @Test
    void aStalePickGivesWayAFreshOneStays() {
        desk.rendering.render(List.of("L1"), 2);
        desk.untilIdle();
        desk.project.edit(TakeEdits.choose("L1", Optional.of("T1")));
        desk.rendering.render(List.of("L1"), 1);
        desk.untilIdle();
        assertEquals("T1", desk.project.document().line("L1").orElseThrow().sounding().orElseThrow().id());
        desk.project.edit(LineEdits.text("Type", "L1", "Something else."));
        desk.rendering.render(desk.rendering.needs().needed().subList(0, 1), 1);
        desk.untilIdle();
        assertEquals("T4", desk.project.document().line("L1").orElseThrow().sounding().orElseThrow().id());
        assertFalse(desk.rendering.needs().needed().contains("L1"));
    }

    @Test
    void timeLeftIsLearnt() {
        desk.rendering.render(List.of("L1"), 1);
        desk.untilIdle();
        desk.rendering.pause();
        desk.rendering.render(List.of("L2", "L3"), 1);
        assertTrue(desk.rendering.secondsLeft().orElseThrow() > 0);
        desk.reopen();
        desk.until("the pace", () -> desk.rendering.secondsLeft().isPresent());
    }

    /** A take that was deleted, even before a restart, is not spoken a second time. */
    @Test
    void aDeletedTakesSeedDoesNotComeBack() {
        desk.rendering.render(List.of("L1"), 2);
        desk.untilIdle();
        var before = seeds();
        desk.project.edit(TakeEdits.delete("L1", "T1"));
        desk.project.edit(TakeEdits.delete("L1", "T2"));
        desk.reopen();
        desk.rendering.render(List.of("L1"), 2);
        desk.untilIdle();
        assertEquals(4, Stream.concat(before.stream(), seeds().stream()).distinct().count());
        for (int i = 0; i < 3; i++) desk.project.undo();
        desk.reopen();
        before = Stream.concat(before.stream(), seeds().stream()).distinct().toList();
        desk.rendering.render(List.of("L1"), 1);
        desk.untilIdle();
        assertFalse(before.contains(seeds().getLast()));
    }

    private List<Long> seeds() {
        return desk.project.document().line("L1").orElseThrow().takes().stream().map(t -> t.recipe().seed()).toList();
    }
}
