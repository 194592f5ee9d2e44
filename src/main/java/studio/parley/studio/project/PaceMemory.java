package studio.parley.studio.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import studio.parley.render.RenderStatus;
import studio.parley.studio.OpenModel;
import studio.parley.studio.Places;

/** The {@link Pace} of a model on this machine, remembered between sessions, and what it tells about wishes. Door's thread. */
final class PaceMemory {
    /** A line is never thought to be done before it is. */
    private static final double NEARLY = 0.97;

    private final Path place;
    private final String key;
    private final PendingFile file;
    private final double frameRate;
    private volatile Pace pace = Pace.UNKNOWN;

    PaceMemory(Places places, OpenModel model, PendingFile file) {
        this.place = places.cache().resolve("pace.json");
        this.key = model.speech().info().identity() + "/" + model.speech().runtime().device().name().toLowerCase(java.util.Locale.ROOT);
        this.file = file;
        this.frameRate = model.frameRate();
        file.run(this::read);
    }

    private void read() {
        var known = Pace.read(place, key);
        if (!pace.isKnown()) pace = known;
    }

    void learn(LineJob job, int takes) {
        if (job.expected() <= 0 || takes < 1) return;
        var next = pace.after(job.worked(), job.expected(), takes);
        pace = next;
        file.run(() -> next.write(place, key));
    }

    List<QueuedLine> jobs(List<Wish> wishes, boolean paused) {
        var out = new ArrayList<QueuedLine>();
        double left = 0;
        for (var wish : wishes) {
            left += wish.hasFailed() ? 0 : secondsLeft(wish);
            boolean known = pace.isKnown() && !paused && !wish.hasFailed();
            out.add(new QueuedLine(wish.line, wish.status(), wish.takes, wish.made, fraction(wish),
                    known ? OptionalDouble.of(left) : OptionalDouble.empty()));
        }
        return List.copyOf(out);
    }

    OptionalDouble secondsLeft(List<Wish> wishes) {
        if (!pace.isKnown()) return OptionalDouble.empty();
        return OptionalDouble.of(wishes.stream().filter(w -> !w.hasFailed()).mapToDouble(this::secondsLeft).sum());
    }

    /** Seconds of work for words that are expected to take {@code speech} seconds. */
    OptionalDouble seconds(double speech) {
        return pace.isKnown() ? OptionalDouble.of(pace.seconds(speech, 1)) : OptionalDouble.empty();
    }

    /** How much of all takes is made, by the expected length; 0 to 1. */
    private double fraction(Wish wish) {
        double batch = 0;
        if (wish.status() instanceof RenderStatus.Speaking s && wish.job != null) {
            double expected = Math.max(1, wish.job.expected() * frameRate);
            batch = Math.min(NEARLY, s.frames() / Math.min(s.limit(), expected)) * wish.job.takes();
        }
        return Math.clamp((wish.made + batch) / wish.takes, 0, 1);
    }

    private double secondsLeft(Wish wish) {
        double whole = pace.seconds(wish.expected, Math.max(1, wish.takes - wish.made));
        return whole * (1 - batch(wish));
    }

    private double batch(Wish wish) {
        int open = Math.max(1, wish.takes - wish.made);
        return Math.clamp((fraction(wish) * wish.takes - wish.made) / open, 0, 1);
    }
}
