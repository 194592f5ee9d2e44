package studio.parley.studio.project.render;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/**
 * A process that edits and renders at once and says what is acknowledged, until it is killed: see {@link RenderingKillTest}. A line
 * it says is {@code count|L1=takes,…|L1=open,…}.
 */
final class RenderingChild {
    private static final int PUMP_MILLIS = 5;

    private RenderingChild() {}

    public static void main(String[] args) throws Exception {
        var out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        var tasks = new LinkedBlockingQueue<Runnable>();
        var project = Project.open(Path.of(args[0])).project();
        var model = LoadedModel.open(ProjectFixture.MODEL, "cpu", 1, Optional.empty(), AppDirectories.under(Path.of(args[1]), Optional.empty()), s -> { });
        var directories = AppDirectories.under(Path.of(args[1]), Optional.empty());
        var offered = new boolean[1];
        var rendering = new RenderQueue(project, model, directories, tasks::add, e -> offered[0] |= e instanceof RenderingEvent.Offered, new RenderQueue.Mode(2, 0, false, true));
        for (int i = 0; i < 200 && !offered[0]; i++) pump(tasks);
        rendering.restore();
        var random = new Random();
        int count = Integer.parseInt(project.document().conversation().title());
        while (true) {
            pump(tasks);
            if (rendering.jobs().size() < 3) rendering.render(List.of("L" + (1 + random.nextInt(4))), 1 + random.nextInt(3));
            int next = ++count;
            var done = project.edit(Edit.of("Count", d -> ProjectEdits.title("" + next).change()
                    .apply(TestEdits.text("", "L2", "Word " + next).change().apply(d))));
            var takes = project.document().lines().stream().map(l -> l.id() + "=" + l.takes().size()).collect(Collectors.joining(","));
            var open = rendering.jobs().stream().map(j -> j.line() + "=" + (j.takes() - j.made())).collect(Collectors.joining(","));
            if (next % 17 == 0) done = project.save();
            done.join();
            rendering.kept().join();
            out.println(next + "|" + takes + "|" + open);
        }
    }

    private static void pump(LinkedBlockingQueue<Runnable> tasks) throws InterruptedException {
        long end = System.nanoTime() + PUMP_MILLIS * 1_000_000L;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            var task = tasks.poll(left, TimeUnit.NANOSECONDS);
            if (task != null) task.run();
        }
    }
}
