package studio.parley.studio.project.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.ReferenceMetadata;

class RenderQueueTest {
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
        assertEquals(List.of("L1", "L2", "L3", "L4"), DependentLines.needs(fixture.project, fixture.defaults()).needed());
        fixture.rendering.render(DependentLines.needs(fixture.project, fixture.defaults()).needed(), 1);
        assertEquals(4, fixture.rendering.jobs().size());
        fixture.untilIdle();
        assertEquals(List.of(), DependentLines.needs(fixture.project, fixture.defaults()).needed());
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
        fixture.project.edit(TestEdits.delivery(List.of("L2"), new Delivery(null, null, null, 7L)));
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
        assertEquals(List.of("L1", "L3", "L4"), DependentLines.needs(fixture.project, fixture.defaults()).needed());
        assertEquals(List.of("L2"), fixture.rendering.render(List.of("L2", "L1", "L9"), 1));
        assertEquals(List.of("L1"), order());
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

    /** Pausing while a line is spoken lets that one finish, and none begins after it. */
    @Test
    void pausedInTheMiddleItFinishesWhatRunsAndStartsNothing() {
        fixture.rendering.render(List.of("L1", "L2"), 1);
        fixture.until("the first line", () -> fixture.rendering.jobs().getFirst().status().isRunning());
        fixture.rendering.pause();
        fixture.until("its take", () -> fixture.takes("L1") == 1);
        assertTrue(fixture.rendering.isPaused());
        assertEquals(List.of("L2"), order());
        assertEquals(new RenderStatus.Waiting(0), fixture.rendering.jobs().getFirst().status());
        assertTrue(fixture.tasks.isEmpty() || fixture.rendering.jobs().getFirst().status().isWaiting());
        fixture.rendering.resume();
        fixture.untilIdle();
        assertEquals(1, fixture.takes("L2"));
    }

    /** Nothing that was cancelled is told, and all that was is reported once the rest has ended. */
    @Test
    void cancellingAllEndsTheRunningLineAndTheWaitingOnes() {
        fixture.project.edit(TestEdits.delivery(List.of("L2"), new Delivery(null, null, 80_000, null)));
        fixture.rendering.render(List.of("L1", "L2", "L3"), 1);
        fixture.until("sound of the second", () -> fixture.rendering.partial("L2").map(p -> p.length() > 0).orElse(false));
        assertEquals(Optional.empty(), fixture.rendering.partial("L1"));
        fixture.rendering.cancelAll();
        assertEquals(List.of(), fixture.rendering.jobs());
        fixture.until("the end", () -> fixture.events.contains(new RenderingEvent.Finished(1, 0)));
        assertEquals(0, fixture.takes("L2") + fixture.takes("L3"));
        assertEquals(Optional.empty(), fixture.rendering.partial("L2"));
    }

    @Test
    void everyLineKnowsHowManyComeFirst() {
        fixture.rendering.pause();
        fixture.rendering.render(List.of("L1", "L2", "L3"), 1);
        fixture.rendering.cancel(List.of("L1"));
        assertEquals(List.of(new RenderStatus.Waiting(0), new RenderStatus.Waiting(1)), fixture.rendering.jobs().stream().map(QueuedLine::status).toList());
    }

    /** A line that has gone or was locked since is passed over when its turn comes. */
    @Test
    void whatCannotBeSpokenAnyMoreIsPassedOver() {
        fixture.rendering.pause();
        fixture.rendering.render(List.of("L1", "L2", "L3"), 1);
        fixture.project.edit(TakeEdits.lock(List.of("L1"), true));
        fixture.project.edit(LineEdits.remove(List.of("L2")));
        fixture.rendering.resume();
        fixture.untilIdle();
        assertEquals(0, fixture.takes("L1"));
        assertEquals(1, fixture.takes("L3"));
    }

    /** Thousands of lines asked for and cancelled at once are two changes. */
    @Test
    void thousandsOfLinesAreOneChange() {
        var many = IntStream.range(0, 5000).mapToObj(i -> Line.of("M" + i, i % 2, "Word " + i + ".")).toList();
        fixture.project.edit(Edit.of("Many", d -> d.withLines(many)));
        fixture.rendering.pause();
        fixture.rendering.render(many.stream().map(Line::id).toList(), 1);
        fixture.settle();
        assertEquals(5000, fixture.rendering.jobs().size());
        fixture.events.clear();
        fixture.rendering.cancel(many.stream().map(Line::id).toList());
        fixture.settle();
        assertEquals(List.of(), fixture.rendering.jobs());
        assertTrue(fixture.events.size() <= 2, fixture.events.size() + " events");
    }

    /** Thousands of queued lines that were deleted are passed over in one change, not in one each. */
    @Test
    void thousandsOfDeletedLinesArePassedOverAtOnce() {
        var many = IntStream.range(0, 5000).mapToObj(i -> Line.of("M" + i, i % 2, "Word " + i + ".")).toList();
        fixture.project.edit(Edit.of("Many", d -> d.withLines(many)));
        fixture.rendering.pause();
        fixture.rendering.render(many.stream().map(Line::id).toList(), 1);
        fixture.project.edit(LineEdits.remove(many.stream().map(Line::id).toList()));
        fixture.settle();
        fixture.rendering.resume();
        int tasks = 0;
        for (var task = fixture.tasks.poll(); task != null; task = fixture.tasks.poll(), tasks++) task.run();
        assertEquals(List.of(), fixture.rendering.jobs());
        assertTrue(tasks < 10, tasks + " tasks");
    }

    /** What the worker brings while everything closes is not lost, also when nobody does tasks any more. */
    @Test
    void theLastTakeIsTakenInWhileClosing() {
        fixture.rendering.render(List.of("L1"), 1);
        fixture.until("the line", () -> fixture.rendering.jobs().getFirst().status().isRunning());
        fixture.rendering.close();
        assertEquals(fixture.takes("L1") == 1 ? List.of() : List.of("L1"), order());
        fixture.rendering.close();
    }

    @Test
    void aLineBeingSpokenIsHeardAndEndsWithinAFrame() {
        fixture.project.edit(TestEdits.delivery(List.of("L1"), new Delivery(null, null, 80_000, null)));
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
        assertTrue(fixture.rendering.jobs().getFirst().status().hasFailed());
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
        fixture.project.edit(TestEdits.delivery(List.of("L1"), new Delivery(null, null, 80_000, null)));
        fixture.rendering.render(List.of("L1", "L2"), 1);
        fixture.until("sound", () -> fixture.rendering.partial("L1").map(p -> p.length() > 0).orElse(false));
        fixture.reopen();
        fixture.until("the offer", () -> !fixture.rendering.offered().isEmpty());
        assertEquals(List.of("L1", "L2"), fixture.rendering.offered());
    }

    @Test
    void aStalePickGivesWayAFreshOneStays() {
        fixture.rendering.render(List.of("L1"), 2);
        fixture.untilIdle();
        fixture.project.edit(TakeEdits.choose("L1", Optional.of("T1")));
        fixture.rendering.render(List.of("L1"), 1);
        fixture.untilIdle();
        assertEquals("T1", fixture.project.document().line("L1").orElseThrow().sounding().orElseThrow().id());
        fixture.project.edit(TestEdits.text("Type", "L1", "Something else."));
        fixture.rendering.render(DependentLines.needs(fixture.project, fixture.defaults()).needed().subList(0, 1), 1);
        fixture.untilIdle();
        assertEquals("T4", fixture.project.document().line("L1").orElseThrow().sounding().orElseThrow().id());
        assertFalse(DependentLines.needs(fixture.project, fixture.defaults()).needed().contains("L1"));
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

    /** A defect ends the line in words, and the queue stays usable. */
    @Test
    void aDefectNamesTheLine() {
        var document = fixture.project.document();
        var renderer = new LineRenderer(fixture.model, fixture.project.folder(), fixture.directories, RenderQueue.USUAL);
        var nothing = new LineRenderer.Batch(document, document.lines().getFirst(), List.of(), false);
        var outcome = renderer.outcomes(List.of(new LineRenderer.Task(nothing, RenderListener.NONE))).getFirst();
        assertTrue(assertInstanceOf(LineRenderer.Outcome.Failed.class, outcome).problem().getMessage().startsWith("Rendering L1 failed because of an internal error ("));
        var cancelled = new RenderListener() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertInstanceOf(LineRenderer.Outcome.Cancelled.class, renderer.outcomes(List.of(new LineRenderer.Task(nothing, cancelled))).getFirst());
        renderer.close();
    }

    /** Each report costs the window as much as the queue is long. */
    @Test
    void progressIsReportedTenTimesASecond() {
        fixture.project.edit(TestEdits.delivery(List.of("L1"), new Delivery(null, null, 80_000, null)));
        long begin = System.nanoTime();
        fixture.rendering.render(List.of("L1"), 1);
        fixture.untilIdle();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long reports = fixture.events.stream().filter(e -> e instanceof RenderingEvent.Changed).count();
        assertTrue(reports <= 10 * seconds + 10, reports + " reports in " + seconds + " s");
    }

    private List<Long> seeds() {
        return fixture.project.document().line("L1").orElseThrow().takes().stream().map(t -> t.recipe().seed()).toList();
    }
}
