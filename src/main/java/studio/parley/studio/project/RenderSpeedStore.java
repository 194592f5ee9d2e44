package studio.parley.studio.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import studio.parley.render.RenderStatus;
import studio.parley.studio.AppDirectories;
import studio.parley.studio.LoadedModel;

/** The {@link RenderSpeed} of a model on this machine, remembered between sessions, and what it means for requests. Belongs to the thread that owns the project. */
final class RenderSpeedStore {
    /** A line is never thought to be done before it is. */
    private static final double NEARLY = 0.97;

    private final Path place;
    private final String key;
    private final QueueFile file;
    private final double frameRate;
    private volatile RenderSpeed pace = RenderSpeed.UNKNOWN;

    RenderSpeedStore(AppDirectories directories, LoadedModel model, QueueFile file) {
        this.place = directories.cache().resolve("pace.json");
        this.key = model.speech().info().identity() + "/" + model.speech().runtime().device().name().toLowerCase(java.util.Locale.ROOT);
        this.file = file;
        this.frameRate = model.frameRate();
        file.run(this::read);
    }

    private void read() {
        var known = RenderSpeed.read(place, key);
        if (!pace.isKnown()) pace = known;
    }

    void learn(RenderBatch job, int takes) {
        if (job.expected() <= 0 || takes < 1) return;
        var next = pace.after(job.worked(), job.expected(), takes);
        pace = next;
        file.run(() -> next.write(place, key));
    }

    List<QueuedLine> jobs(List<LineRequest> backlog, boolean paused) {
        var out = new ArrayList<QueuedLine>();
        double left = 0;
        for (var request : backlog) {
            left += request.hasFailed() ? 0 : secondsLeft(request);
            boolean known = pace.isKnown() && !paused && !request.hasFailed();
            out.add(new QueuedLine(request.line, request.status(), request.takes, request.made, fraction(request),
                    known ? OptionalDouble.of(left) : OptionalDouble.empty()));
        }
        return List.copyOf(out);
    }

    OptionalDouble secondsLeft(List<LineRequest> backlog) {
        if (!pace.isKnown()) return OptionalDouble.empty();
        return OptionalDouble.of(backlog.stream().filter(w -> !w.hasFailed()).mapToDouble(this::secondsLeft).sum());
    }

    /** Seconds of work for words that are expected to take {@code speech} seconds. */
    OptionalDouble seconds(double speech) {
        return pace.isKnown() ? OptionalDouble.of(pace.seconds(speech, 1)) : OptionalDouble.empty();
    }

    /** How much of all takes is made, by the expected length; 0 to 1. */
    private double fraction(LineRequest request) {
        double batch = 0;
        if (request.status() instanceof RenderStatus.Speaking s && request.job != null) {
            double expected = Math.max(1, request.job.expected() * frameRate);
            batch = Math.min(NEARLY, s.frames() / Math.min(s.limit(), expected)) * request.job.takes();
        }
        return Math.clamp((request.made + batch) / request.takes, 0, 1);
    }

    private double secondsLeft(LineRequest request) {
        double whole = pace.seconds(request.expected, Math.max(1, request.takes - request.made));
        return whole * (1 - batch(request));
    }

    private double batch(LineRequest request) {
        int open = Math.max(1, request.takes - request.made);
        return Math.clamp((fraction(request) * request.takes - request.made) / open, 0, 1);
    }
}
