package studio.parley.studio.project.render;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.dialogue.Line;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.render.RenderStatus;
import studio.parley.speech.DurationEstimate;
import studio.parley.speech.LongText;
import studio.parley.studio.AppDirectories;
import studio.parley.studio.LoadedModel;
import studio.parley.studio.ReferenceAdvice;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderEventListener;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.project.ModelDefaults;

/** Renders what a project lacks, from start to end, without a window: the caller's thread owns the project. */
public final class RenderProject {
    private static final int LOOK_MILLIS = 100;

    /** Which lines are rendered: those without a take and changed ones; also those whose context has changed; all. */
    public enum Which { NEEDED, AFFECTED, ALL }

    private final Project project;
    private final LoadedModel model;
    private final AppDirectories directories;
    private final RenderEventListener watcher;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String current = "";
    private double seconds;
    private boolean finished;

    public RenderProject(Project project, LoadedModel model, AppDirectories directories, RenderEventListener watcher) {
        this.project = project;
        this.model = model;
        this.directories = directories;
        this.watcher = watcher;
    }

    /**
     * Renders lines without a take and changed ones; locked lines never.
     *
     * @param which other lines to render
     * @param notices for people
     * @return 0: everything was rendered
     * @throws CancellationException if {@link Cancellation} requests it; finished takes are in the project, the rest stays queued there
     * @throws Problem if a line is too long for the model, before any is rendered; if others could not be rendered, after all the rest were
     */
    public int run(Which which, int takes, Consumer<String> notices) {
        project.requireWritable();
        long begin = System.nanoTime();
        try (var rendering = new RenderQueue(project, model, directories, tasks::add, this::heard, takes)) {
            rendering.soundWhileRendering(false);
            var document = project.document();
            var spoken = document.lines().stream().filter(Line::isSpoken).toList();
            long locked = spoken.stream().filter(l -> document.decoration(l.id()).locked()).count();
            if (which == Which.ALL && locked > 0) notices.accept(locked + (locked == 1 ? " locked line was" : " locked lines were") + " skipped.");
            long lost = spoken.stream().filter(l -> document.decoration(l.id()).locked())
                    .filter(l -> l.sounding().filter(t -> !project.clipStore().isWhole(t.clip())).isPresent()).count();
            if (lost > 0) notices.accept(lost + (lost == 1 ? " locked line has" : " locked lines have") + " no audio file. Unlock to render again.");
            var needs = DependentLines.needs(project, ModelDefaults.of(model));
            var asked = switch (which) {
                case NEEDED -> needs.needed();
                case AFFECTED -> DependentLines.with(document, needs);
                case ALL -> spoken.stream().map(Line::id).toList();
            };
            if (which == Which.NEEDED) tellAffected(DependentLines.with(document, needs).size() - asked.size(), notices);
            checkRoom(asked);
            var wanted = rendering.render(asked, takes).queued();
            if (wanted.isEmpty()) {
                notices.accept("Every line has a take; there is nothing to do.");
                return 0;
            }
            tellReferences(notices);
            for (var id : wanted) numbers.put(id, numbers.size() + 1);
            double expected = wanted.stream().mapToDouble(id -> DurationEstimate.seconds(line(id).text())).sum();
            var speakers = document.conversation().speakers().stream().map(s -> s.name()).toList();
            watcher.on(new RenderEvent.Started(wanted.size(), expected, speakers, project.folder().root()));
            work(rendering);
        }
        project.save().join();
        watcher.on(new RenderEvent.Finished(project.folder().root(), seconds, (System.nanoTime() - begin) / 1e9, List.of(), 1));
        if (!problems.isEmpty()) throw new Problem(problems.getFirst().kind(), problems.size() + " of " + numbers.size()
                + " lines could not be rendered. Fix the problems above and run the same command again.", problems.getFirst());
        return 0;
    }

    /** Good takes need no work; but a notice says that their context has changed, and how to render them. */
    private static void tellAffected(int left, Consumer<String> notices) {
        if (left > 0) notices.accept(left + (left == 1 ? " line keeps a take that was rendered from" : " lines keep takes that were rendered from")
                + " earlier takes that have changed since. Use --affected to render " + (left == 1 ? "it" : "them") + " too.");
    }

    private void checkRoom(List<String> ids) {
        var document = project.document();
        var budgets = new ContextBudgets(model, project.folder());
        for (var id : ids) {
            if (LongText.fits(document.spokenText(line(id)))) continue;
            var trouble = budgets.of(document, id).trouble();
            if (!trouble.isEmpty()) throw Problem.input(trouble);
        }
    }

    private void tellReferences(Consumer<String> notices) {
        for (var speaker : project.document().conversation().speakers()) {
            for (var reference : speaker.references()) {
                var file = project.folder().reference(reference.path());
                if (Files.isRegularFile(file)) ReferenceAdvice.on(file, AudioFiles.read(file)).forEach(notices);
            }
        }
    }

    private void work(RenderQueue rendering) {
        try {
            while (!finished) {
                Cancellation.stopIfWished();
                var task = tasks.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) task.run();
                rendering.jobs().stream().filter(QueuedLine::isRunning).findFirst().ifPresent(this::progress);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void progress(QueuedLine job) {
        begin(job.line());
        if (job.status() instanceof RenderStatus.Speaking s) {
            watcher.on(new RenderEvent.Frames(numbers.get(job.line()), s.frames(), s.limit(), s.seconds()));
        }
    }

    private void begin(String id) {
        if (id.equals(current)) return;
        current = id;
        watcher.on(new RenderEvent.LineStarted(numbers.get(id), speaker(id), line(id).text(), DurationEstimate.seconds(line(id).text())));
    }

    private void heard(RenderingEvent event) {
        switch (event) {
            case RenderingEvent.Arrived a -> arrived(a);
            case RenderingEvent.Failed(var id, var problem) -> {
                if (Cancellation.isWished()) break;
                begin(id);
                problems.add(problem);
                watcher.on(new RenderEvent.LineFailed(numbers.get(id), place(id), speaker(id), line(id), problem));
            }
            case RenderingEvent.Trouble(var problem) -> throw problem;
            case RenderingEvent.Finished f -> finished = true;
            case RenderingEvent.Changed c -> { }
            case RenderingEvent.Offered o -> { }
        }
    }

    private void arrived(RenderingEvent.Arrived a) {
        begin(a.line());
        var line = line(a.line());
        var takes = line.takes().stream().filter(t -> a.takes().contains(t.id())).toList();
        var sounding = line.sounding().filter(takes::contains).orElse(takes.getLast());
        double length = (double) sounding.samples() / sounding.rate();
        seconds += length;
        watcher.on(new RenderEvent.LineDone(numbers.get(a.line()), place(a.line()), speaker(a.line()), line, false, length, a.work(),
                takes.stream().map(t -> t.checks()).toList(), takes.indexOf(sounding) + 1));
    }

    private RenderEvent.Place place(String id) {
        return new RenderEvent.Place(project.document().indexOf(id) + 1, OptionalInt.empty());
    }

    private Line line(String id) {
        return project.document().line(id).orElseThrow();
    }

    private String speaker(String id) {
        return project.document().conversation().speaker(line(id).speaker()).name();
    }
}
