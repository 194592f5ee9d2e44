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
import studio.parley.studio.document.LineEdits;
import studio.parley.studio.document.Staleness;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.project.QueuedLine;
import studio.parley.ui.Fx;
import studio.parley.ui.desk.Desk;

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
        Fx.until(() -> shell.window.desk().filter(d -> d.speech().model().isPresent()).isPresent(), 120_000);
        Fx.run(() -> {
            desk().speech().pause();
            desk().documentProperty().subscribe((was, is) -> documents++);
            desk().speech().jobs().addListener(queueChanged);
        });
        Fx.settle();
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
    }

    private Desk desk() {
        return shell.desk();
    }

    private List<String> ids() {
        return desk().document().lines().stream().map(Line::id).toList();
    }

    private void selectAll() throws Exception {
        Fx.run(() -> {
            var all = ids();
            desk().select(all, Optional.of(all.getFirst()));
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
        after("render.all", () -> desk().speech().renderAll());
        assertEquals(LINES, desk().speech().jobs().size());
        assertTrue(queues <= 3, queues + " changes of the queue");
        var cancelled = after("render.cancel", () -> shell.tools.commands().run("render.cancel"));
        Fx.until(() -> desk().speech().jobs().isEmpty() && desk().speech().statuses().isEmpty(), 10_000);
        assertTrue(cancelled.getValue() <= 3, cancelled.getValue() + " changes of the queue");
        Fx.run(() -> desk().speech().renderAll());
        selectAll();
        Fx.settle();
        var chosen = after("render.cancelLine", () -> shell.tools.commands().run("render.cancelLine"));
        assertTrue(chosen.getValue() <= 3, chosen.getValue() + " changes of the queue");
        Fx.until(() -> desk().speech().jobs().isEmpty(), 10_000);
        assertEquals(0, documents);
    }

    /** A letter is one refresh: whoever is told of the document finds all else as new, and what is played is not touched. */
    @Test
    void aLetterIsToldOnce() throws Exception {
        var id = ids().get(1);
        var arrangements = new ArrayList<Arrangement>();
        var sounds = new ArrayList<Arrangement>();
        Fx.run(() -> {
            desk().edit(LineEdits.type(id, "Now"));
            desk().arrangementProperty().subscribe((was, is) -> arrangements.add(is));
            desk().soundProperty().subscribe((was, is) -> sounds.add(is));
            desk().documentProperty().subscribe(d -> {
                assertSame(d, desk().document());
                assertEquals(d.line(id), desk().arrangement().part(id).map(p -> p.line()));
                assertEquals(Staleness.of(d, desk().speech().defaults().delivery(), desk().speech().defaults().model()), desk().stalenessProperty().getValue());
            });
            documents = 0;
            desk().edit(LineEdits.type(id, "Now w"));
        });
        assertEquals(1, documents);
        assertEquals(1, arrangements.size());
        assertTrue(sounds.isEmpty());
        Fx.run(() -> desk().edit(LineEdits.pause(id, 500)));
        assertEquals(1, sounds.size());
    }
}
