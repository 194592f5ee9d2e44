package studio.parley.studio.project.parts;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.GsonBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.io.Disk;
import studio.parley.problem.Problem;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderEventListener;

/** Counts what a part does and keeps its summary up to date, so that there is one even if the part is killed. */
final class PartReport implements RenderEventListener {
    private final RenderEventListener watcher;
    private final Path file;
    private final String part;
    private final String host;
    private final long begin = System.nanoTime();
    private final List<PartSummary.Failure> failed = new ArrayList<>();
    private String unit = "";
    private int units;
    private int takenOver;
    private int spoken;
    private int found;
    private double seconds;

    PartReport(Path work, Part part, String host, RenderEventListener watcher) {
        this.part = part.toString();
        this.host = host;
        this.watcher = watcher;
        this.file = file(Disk.folder(work.resolve("parts")), "part-" + part.number() + "-of-" + part.count());
    }

    /** A part that runs again leaves the summary of the first time. */
    private static Path file(Path folder, String name) {
        var file = folder.resolve(name + ".json");
        for (int i = 2; Files.exists(file); i++) file = folder.resolve(name + "." + i + ".json");
        return file;
    }

    @Override
    public void on(RenderEvent event) {
        switch (event) {
            case RenderEvent.UnitStarted u -> unit = u.name();
            case RenderEvent.LineDone d when d.reused() -> found++;
            case RenderEvent.LineDone d -> {
                spoken++;
                seconds += d.seconds();
            }
            case RenderEvent.LineFailed f -> failed.add(new PartSummary.Failure(unit, f.place().textLine().orElse(f.place().number()), String.valueOf(f.problem().getMessage())));
            default -> { }
        }
        // A unit is a file or some of its lines; what a whole render says at its end would be said again and again.
        if (!(event instanceof RenderEvent.Finished)) watcher.on(event);
    }

    void done(boolean isTakenOver) {
        units++;
        if (isTakenOver) takenOver++;
        keep("working");
    }

    /** The unit could not be finished; the problem of a line is known already. */
    void failed(Problem problem) {
        var message = Optional.ofNullable(problem.getMessage()).orElse("");
        if (failed.stream().noneMatch(f -> f.unit().equals(unit))) {
            failed.add(new PartSummary.Failure(unit, 0, message));
            watcher.on(new RenderEvent.Noticed(List.of(unit + " could not be rendered: " + message)));
        }
        keep("working");
    }

    PartSummary keep(String state) {
        var summary = new PartSummary(part, state, host, ProcessHandle.current().pid(), units, takenOver, spoken, found, rounded(seconds), rounded((System.nanoTime() - begin) / 1e9), failed);
        var json = new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES).disableHtmlEscaping().setPrettyPrinting().create();
        Disk.write(file, json.toJson(summary) + "\n");
        return summary;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
