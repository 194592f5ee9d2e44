package studio.parley.studio.project.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.io.Disk;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.settings.AppDirectories;

/** A project for tests: the owning thread is the test's, which does what workers post while it waits for something. */
public final class ProjectFixture implements AutoCloseable {
    public static final Path MODEL = Path.of("src/test/resources/test-model");
    private static final long MOST_NANOS = 180_000_000_000L;

    public final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    public final List<RenderingEvent> events = new ArrayList<>();
    public final AppDirectories directories;
    public final LoadedModel model;
    public Project project;
    public RenderQueue rendering;

    public ProjectFixture(Path home, Document document) {
        this(home, document, "cpu");
    }

    ProjectFixture(Path home, Document document, String device) {
        Disk.folder(home);
        directories = AppDirectories.under(home.resolve("parley-home"), Optional.empty());
        model = LoadedModel.open(MODEL, device, 1, Optional.empty(), directories, s -> { });
        project = Project.create(home.resolve("test.parley"), document);
        rendering = rendering();
    }

    private RenderQueue rendering() {
        return new RenderQueue(project, model, directories, tasks::add, events::add, RenderQueue.USUAL);
    }

    /** Four short lines by two speakers without references; at most 400 ms each. */
    public static Document document() {
        var speakers = List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben"));
        var lines = List.of(Line.of("L1", 0, "One."), Line.of("L2", 1, "Two."), Line.of("L3", 0, "Three."), Line.of("L4", 1, "Four."));
        return Document.of(new Conversation("Test", speakers, lines, new Delivery(0.9, 50, 400, null)));
    }

    public void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + MOST_NANOS;
        try {
            while (!condition.getAsBoolean()) {
                assertTrue(System.nanoTime() < end, () -> what + " never came; " + events);
                var task = tasks.poll(20, TimeUnit.MILLISECONDS);
                if (task != null) task.run();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void untilIdle() {
        until("the end", () -> rendering.jobs().stream().allMatch(j -> j.status().hasFailed()));
    }

    public ModelDefaults defaults() {
        return ModelDefaults.of(model);
    }

    /** Does what was posted so far, and what follows from it at once. */
    void settle() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) task.run();
    }

    /** Closes project and rendering and opens both again. */
    public void reopen() {
        rendering.close();
        project.close();
        tasks.clear();
        events.clear();
        project = Project.open(project.folder().root()).project();
        rendering = rendering();
    }

    public int takes(String line) {
        return project.document().line(line).orElseThrow().takes().size();
    }

    @Override
    public void close() {
        rendering.close();
        project.close();
        model.close();
    }
}
