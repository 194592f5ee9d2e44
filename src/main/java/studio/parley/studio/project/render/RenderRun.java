package studio.parley.studio.project.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.render.RenderStatus;
import studio.parley.speech.text.DurationEstimate;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderEventListener;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.project.hearing.HearingEvent;
import studio.parley.studio.project.hearing.HearingPace;
import studio.parley.studio.project.hearing.TakeHearing;
import studio.parley.studio.project.hearing.VoiceReport;
import studio.parley.studio.settings.AppDirectories;

/** Renders lines of a project while the caller waits, and reports each line. The calling thread owns the project. One object per run. */
public final class RenderRun {
    private static final int LOOK_MILLIS = 100;

    private final Project project;
    private final LoadedModel model;
    private final AppDirectories directories;
    private final RenderEventListener watcher;
    private final IntFunction<OptionalInt> textLines;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String current = "";
    private double seconds;
    private final List<Line> keptLines = new ArrayList<>();
    private Optional<HeardTakes> heard = Optional.empty();
    private Optional<TakeHearing> hearing = Optional.empty();
    private boolean finished;

    /** @param textLines the text line of a script for the line with this index */
    public RenderRun(Project project, LoadedModel model, AppDirectories directories, RenderEventListener watcher, IntFunction<OptionalInt> textLines) {
        this.project = project;
        this.model = model;
        this.directories = directories;
        this.watcher = watcher;
        this.textLines = textLines;
    }

    /** Announces these lines, numbered in this order. */
    public void begin(List<String> lines, Path folder) {
        for (var id : lines) numbers.put(id, numbers.size() + 1);
        double expected = lines.stream().mapToDouble(id -> DurationEstimate.seconds(line(id).text())).sum();
        watcher.on(new RenderEvent.Started(lines.size(), expected, project.document().conversation().speakers().stream().map(s -> s.name()).toList(), folder));
    }

    /** Reports a line that keeps its takes from an earlier run. */
    public void kept(String id) {
        keptLines.add(line(id));
        done(id, line(id).takes(), true, 0);
    }

    /**
     * Renders some of the lines, each with this number of takes. A line that cannot be rendered does not stop the others. If takes are heard, this goes on
     * beside the rendering and ends with the last one.
     *
     * @throws CancellationException if {@link Cancellation} requests it; finished lines are in the project, and the others stay queued there
     */
    public void speak(List<String> lines, int takes, RenderQueue.Mode mode) {
        heard = mode.heard().get();
        if (!lines.isEmpty()) speakInQueue(lines, takes, mode);
        heard.ifPresent(this::tellHeard);
    }

    private void speakInQueue(List<String> lines, int takes, RenderQueue.Mode mode) {
        try (var queue = new RenderQueue(project, model, directories, tasks::add, this::on, mode);
                var ears = new TakeHearing(project, heard.map(h -> h.analyses(directories)).orElse(List.of()), new HearingPace(queue::needsProcessor), tasks::add, this::on)) {
            hearing = Optional.of(ears);
            for (var line : keptLines) ears.arrived(line.id(), line.takes().stream().map(Take::id).toList());
            queue.render(lines, takes);
            while (!finished) {
                work();
                queue.current().ifPresent(this::progress);
            }
            while (ears.waiting() > 0 || !tasks.isEmpty()) {
                watcher.on(new RenderEvent.Hearing(ears.waiting()));
                work();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void work() throws InterruptedException {
        Cancellation.stopIfWished();
        var task = tasks.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (task != null) task.run();
    }

    /** What concerns more than one line, and which lines nobody could judge. */
    private void tellHeard(HeardTakes all) {
        var document = project.document();
        var words = all.words().in(document);
        long unjudged = numbers.keySet().stream().map(this::line).filter(l -> l.sounding().isPresent() && l.text().codePoints().anyMatch(Character::isLetter) && !words.canJudge(l)).count();
        var notices = new ArrayList<String>();
        if (unjudged > 0) notices.add("The words of " + unjudged + (unjudged == 1 ? " line were not checked, because it is" : " lines were not checked, because they are") + " not in English.");
        all.voices().ifPresent(v -> notices.addAll(VoiceReport.of(document, v, id -> place(id).name())));
        if (!notices.isEmpty()) watcher.on(new RenderEvent.Noticed(notices));
    }

    /** Why lines could not be rendered. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Seconds of audio in all lines so far. */
    public double seconds() {
        return seconds;
    }

    private void progress(QueuedLine job) {
        start(job.line());
        if (job.status() instanceof RenderStatus.Speaking s) {
            watcher.on(new RenderEvent.Frames(number(job.line()), s.frames(), s.limit(), s.seconds()));
        }
    }

    private void start(String id) {
        if (id.equals(current)) return;
        current = id;
        watcher.on(new RenderEvent.LineStarted(number(id), speaker(id), line(id).text(), DurationEstimate.seconds(line(id).text())));
    }

    private void on(HearingEvent event) {
        switch (event) {
            case HearingEvent.Heard(var lines) -> lines.stream().filter(numbers::containsKey).sorted(Comparator.comparingInt(this::number)).forEach(this::said);
            case HearingEvent.Trouble(var problem) -> watcher.on(new RenderEvent.Noticed(List.of(String.valueOf(problem.getMessage()))));
        }
    }

    private void said(String id) {
        heard.flatMap(h -> h.words().in(project.document()).of(line(id))).ifPresent(r -> watcher.on(new RenderEvent.LineHeard(number(id), place(id), speaker(id), line(id), r)));
    }

    private void on(RenderingEvent event) {
        switch (event) {
            case RenderingEvent.Arrived(var id, var takes, double work) -> {
                done(id, line(id).takes().stream().filter(t -> takes.contains(t.id())).toList(), work == 0, work);
                hearing.ifPresent(h -> h.arrived(id, takes));
            }
            case RenderingEvent.Failed(var id, var problem) -> {
                if (Cancellation.isWished()) break;
                start(id);
                problems.add(problem);
                watcher.on(new RenderEvent.LineFailed(number(id), place(id), speaker(id), line(id), problem));
            }
            case RenderingEvent.Trouble(var problem) -> throw problem;
            case RenderingEvent.Finished f -> finished = true;
            case RenderingEvent.Changed c -> { }
            case RenderingEvent.Offered o -> { }
        }
    }

    private void done(String id, List<Take> takes, boolean kept, double work) {
        start(id);
        var sounding = line(id).sounding().filter(takes::contains).orElse(takes.getLast());
        double length = (double) sounding.samples() / sounding.rate();
        seconds += length;
        watcher.on(new RenderEvent.LineDone(number(id), place(id), speaker(id), line(id), kept, length, work,
                takes.stream().map(Take::checks).toList(), takes.indexOf(sounding) + 1));
    }

    private RenderEvent.Place place(String id) {
        int at = project.document().indexOf(id);
        return new RenderEvent.Place(at + 1, textLines.apply(at));
    }

    private Line line(String id) {
        return project.document().line(id).orElseThrow();
    }

    private String speaker(String id) {
        return project.document().conversation().speaker(line(id).speaker()).name();
    }

    private int number(String id) {
        return Objects.requireNonNull(numbers.get(id));
    }
}
