package studio.parley.studio.project.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.project.render.ProjectFixture;

class TakeHearingTest {
    @TempDir
    Path home;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final List<HearingEvent> events = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private Optional<Project> project = Optional.empty();
    private Optional<TakeHearing> hearing = Optional.empty();

    /** Remembers what it was given; {@code run} may do more. */
    private class Notes implements TakeAnalysis {
        final Set<ClipId> known = ConcurrentHashMap.newKeySet();
        volatile int closings;

        @Override
        public boolean isKnown(ClipId clip) {
            return known.contains(clip);
        }

        @Override
        public void run(TakeToHear take, Pcm audio) {
            synchronized (order) {
                order.add(take.line() + " " + take.text() + " " + audio.frames());
            }
            known.add(take.clip());
        }

        @Override
        public void close() {
            closings++;
        }
    }

    private Project project() {
        var made = project.orElseGet(() -> Project.create(home.resolve("test.parley"), ProjectFixture.document()));
        project = Optional.of(made);
        return made;
    }

    private TakeHearing start(HearingPace pace, TakeAnalysis... analyses) {
        var made = new TakeHearing(project(), List.of(analyses), pace, tasks::add, events::add);
        hearing = Optional.of(made);
        return made;
    }

    /** A take of so many samples; returns its id. */
    private String arrive(String id, int samples) {
        var line = project().document().line(id).orElseThrow();
        var clip = project().clipStore().put(Pcm.mono(24000, new float[samples]));
        project().arrive(new TakeAdded(id, new Take("T", clip.hex(), new TakeRecipe("test", 1, 0.9, 50, 0, List.of()), samples, 24000, List.of()), Optional.empty()));
        return line(id).takes().getLast().id();
    }

    private Line line(String id) {
        return project().document().line(id).orElseThrow();
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "never; " + events);
            var task = tasks.poll(20, TimeUnit.MILLISECONDS);
            if (task != null) task.run();
        }
    }

    private Set<String> heard() {
        var lines = new HashSet<String>();
        for (var event : events) if (event instanceof HearingEvent.Heard(var some)) lines.addAll(some);
        return lines;
    }

    @AfterEach
    void close() {
        hearing.ifPresent(TakeHearing::close);
        project.ifPresent(Project::close);
    }

    @Test
    void takesInUseAreHeardOnceAndOnlyThose() throws Exception {
        arrive("L1", 100);
        arrive("L1", 200);
        arrive("L2", 300);
        var notes = new Notes();
        notes.known.add(new ClipId(line("L2").sounding().orElseThrow().clip()));
        var hearing = start(HearingPace.free(), notes);
        hearing.look();
        until(() -> heard().equals(Set.of("L1", "L2")));
        hearing.look();
        hearing.arrived("L1", List.of(line("L1").takes().getLast().id()));
        until(() -> hearing.waiting() == 0);
        assertEquals(List.of("L1 One. 200"), order);
    }

    /** Who waits for the last take also gets its report. */
    @Test
    void aTakeIsWaitedForUntilItIsReported() throws Exception {
        arrive("L1", 100);
        var hearing = start(HearingPace.free(), new Notes());
        hearing.look();
        var report = Objects.requireNonNull(tasks.poll(2, TimeUnit.MINUTES));
        assertTrue(hearing.waiting() > 0);
        report.run();
        assertEquals(0, hearing.waiting());
        assertEquals(Set.of("L1"), heard());
    }

    @Test
    void newTakesComeFirst() throws Exception {
        for (int i = 1; i <= 4; i++) arrive("L" + i, 100 * i);
        var open = new CountDownLatch(1);
        var pace = new HearingPace(() -> open.getCount() > 0);
        var hearing = start(pace, new Notes());
        hearing.look();
        hearing.arrived("L4", List.of(arrive("L4", 999)));
        open.countDown();
        until(() -> hearing.waiting() == 0);
        assertEquals("L4 Four. 999", order.getFirst());
        assertEquals(5, order.size());
    }

    @Test
    void aFailureIsReportedOnce() throws Exception {
        for (int i = 1; i <= 4; i++) arrive("L" + i, 100 * i);
        var hearing = start(HearingPace.free(), new Notes() {
            @Override
            public void run(TakeToHear take, Pcm audio) {
                throw Problem.model("The recogniser is damaged. Install Parley again.");
            }
        });
        hearing.look();
        until(() -> !events.isEmpty());
        hearing.close();
        until(tasks::isEmpty);
        assertEquals(1, events.size(), events.toString());
        assertEquals(0, hearing.waiting());
        hearing.look();
        hearing.arrived("L1", List.of("T1"));
    }

    @Test
    void aBugIsReportedAsAProblem() throws Exception {
        arrive("L1", 100);
        start(HearingPace.free(), new Notes() {
            @Override
            public void run(TakeToHear take, Pcm audio) {
                throw new IllegalStateException("broken");
            }
        }).look();
        until(() -> events.stream().anyMatch(e -> e instanceof HearingEvent.Trouble(var problem) && String.valueOf(problem.getMessage()).contains("internal error")));
    }

    @Test
    void aMissingClipIsPassedOver() throws Exception {
        arrive("L1", 100);
        arrive("L2", 200);
        project().clipStore().remove(new ClipId(line("L1").sounding().orElseThrow().clip()));
        start(HearingPace.free(), new Notes()).look();
        until(() -> heard().contains("L2"));
        assertEquals(List.of("L2 Two. 200"), order);
    }

    @Test
    void closingEndsWhatIsUnderWayAndRenderingPutsItOff() throws Exception {
        arrive("L1", 100);
        var begun = new CountDownLatch(1);
        var notes = new Notes() {
            volatile int cancelled;

            @Override
            public void run(TakeToHear take, Pcm audio) {
                begun.countDown();
                try {
                    while (true) {
                        Cancellation.stopIfWished();
                        Thread.onSpinWait();
                    }
                } finally {
                    cancelled++;
                }
            }
        };
        var rendering = new boolean[1];
        var hearing = start(new HearingPace(() -> rendering[0]), notes);
        hearing.look();
        begun.await();
        rendering[0] = true;
        until(() -> notes.cancelled == 1);
        assertEquals(1, hearing.waiting(), "it waits until nothing is rendered");
        rendering[0] = false;
        until(() -> notes.cancelled == 1);
        hearing.close();
        assertTrue(notes.closings > 0);
        assertEquals(Set.of(), heard());
    }

    @Test
    void withoutAnalysesNothingWaits() {
        arrive("L1", 100);
        var hearing = start(HearingPace.free());
        hearing.look();
        assertEquals(0, hearing.waiting());
    }
}
