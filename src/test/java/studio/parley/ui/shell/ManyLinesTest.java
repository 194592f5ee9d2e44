package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.project.render.QueuedLine;
import studio.parley.studio.project.render.RenderQueue;
import studio.parley.ui.Fx;
import studio.parley.ui.session.ProjectSession;

/** A command on many lines is one change of the document or of the queue, not one for each line. */
class ManyLinesTest {
    private static final int LINES = 300;
    @TempDir
    Path home;
    private Shell shell;
    private int documents;
    private int queues;
    // Held: a listener of a view that nobody holds would be collected.
    private final ListChangeListener<QueuedLine> queueChanged = change -> queues++;

    @BeforeEach
    void open() throws Exception {
        var folder = ManyLines.project(home, LINES, UnaryOperator.identity());
        shell = new Shell(home);
        Fx.run(() -> shell.window.open(folder));
        Fx.until(() -> shell.window.session().filter(d -> d.speech().model().isPresent()).isPresent(), 120_000);
        Fx.run(() -> {
            session().speech().queue(RenderQueue::pause);
            session().documentProperty().subscribe((was, is) -> documents++);
            session().speech().jobs().addListener(queueChanged);
        });
        Fx.settle();
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
    }

    private ProjectSession session() {
        return shell.session();
    }

    private List<String> ids() {
        return session().document().lines().stream().map(Line::id).toList();
    }

    private void selectAll() throws Exception {
        Fx.run(() -> {
            var all = ids();
            session().select(all, Optional.of(all.getFirst()));
        });
        Fx.settle();
    }

    private Map.Entry<Integer, Integer> after(String name, Runnable work) throws Exception {
        documents = queues = 0;
        long start = Fx.call(ManyLinesTest::cpu);
        Fx.run(work);
        Fx.settle();
        if (System.getenv("REPORT") != null) System.out.printf("%-24s %5d ms%n", name, (Fx.call(ManyLinesTest::cpu) - start) / 1_000_000);
        return Map.entry(documents, queues);
    }

    /** The JavaFX thread's own processor time: the machine may be busy with others. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void theQueueChangesOncePerCommand() throws Exception {
        after("render.all", () -> session().speech().renderAll());
        assertEquals(LINES, session().speech().jobs().size());
        assertTrue(queues <= 3, queues + " changes of the queue");
        var cancelled = after("render.cancel", () -> shell.services.commands().run("render.cancel"));
        Fx.until(() -> session().speech().jobs().isEmpty() && session().speech().statuses().isEmpty(), 10_000);
        assertTrue(cancelled.getValue() <= 3, cancelled.getValue() + " changes of the queue");
        Fx.run(() -> session().speech().renderAll());
        selectAll();
        Fx.settle();
        var chosen = after("render.cancelLine", () -> shell.services.commands().run("render.cancelLine"));
        assertTrue(chosen.getValue() <= 3, chosen.getValue() + " changes of the queue");
        Fx.until(() -> session().speech().jobs().isEmpty(), 10_000);
        assertEquals(0, documents);
    }

    /** A letter is one refresh: whoever is told of the document finds all else as new, and what is played is not touched. */
    @Test
    void aLetterIsToldOnce() throws Exception {
        var id = ids().get(1);
        var arrangements = new ArrayList<Arrangement>();
        var sounds = new ArrayList<Arrangement>();
        Fx.run(() -> {
            session().edit(LineEdits.type(id, "Now"));
            session().arrangementProperty().subscribe((was, is) -> arrangements.add(is));
            session().soundProperty().subscribe((was, is) -> sounds.add(is));
            session().documentProperty().subscribe(d -> {
                assertSame(d, session().document());
                assertEquals(d.line(id), session().arrangement().part(id).map(p -> p.line()));
                assertEquals(Staleness.of(d, session().speech().defaults().delivery(), session().speech().defaults().model()), session().stalenessProperty().getValue());
            });
            documents = 0;
            session().edit(LineEdits.type(id, "Now w"));
        });
        assertEquals(1, documents);
        assertEquals(1, arrangements.size());
        assertTrue(sounds.isEmpty());
        Fx.run(() -> session().edit(LineEdits.pause(id, 500)));
        assertEquals(1, sounds.size());
    }
}
