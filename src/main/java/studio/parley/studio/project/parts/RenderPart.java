package studio.parley.studio.project.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderEventListener;

/**
 * One part of a render on several machines: takes units that nobody works on and renders them, until all are done. While others still work, it
 * waits, to take over what a part leaves unfinished when its process or machine ends.
 */
public final class RenderPart {
    private static final long LOOK_MILLIS = 100;
    private static final int LOOKS = 10;

    private final Part part;
    private final Claims claims;
    private final PartReport report;
    private Optional<Problem> problem = Optional.empty();

    /**
     * @param work the folder that all parts share
     * @param host the name of this machine, for people
     * @param patience how long a part may show no sign of life before its unit is taken over
     */
    public RenderPart(Part part, Path work, String host, Duration patience, RenderEventListener watcher) {
        this.part = part;
        this.claims = new Claims(work, "part " + part + " on " + host + ", process " + ProcessHandle.current().pid(), patience);
        this.report = new PartReport(work, part, host, watcher);
    }

    /** What the units report to. */
    public RenderEventListener watcher() {
        return report;
    }

    /**
     * Returns when every unit is done, or could not be rendered here.
     *
     * @throws CancellationException if {@link Cancellation} requests it; finished lines are kept
     * @throws Problem if lines could not be rendered, after all the rest were
     */
    public PartSummary run(List<Unit> units) {
        try {
            report.keep("working");
            renderAll(units);
        } catch (CancellationException stopped) {
            report.keep("stopped");
            throw stopped;
        }
        var summary = report.keep(problem.isEmpty() ? "finished" : "failed");
        problem.ifPresent(p -> {
            throw new Problem(p.kind(), summary.failed().size() == 1 ? "Part " + part + " could not render everything: " + summary.failed().getFirst().unit() + ": " + p.getMessage()
                    : "Part " + part + " could not render everything. Fix the " + summary.failed().size() + " problems above and run the part again.", p);
        });
        return summary;
    }

    private void renderAll(List<Unit> units) {
        var open = new ArrayList<>(part.preferred(units));
        while (!open.isEmpty()) {
            boolean idle = true;
            for (var unit : List.copyOf(open)) {
                Cancellation.stopIfWished();
                var claim = claims.take(unit.id());
                if (claim.isPresent()) {
                    if (isOver(unit, claim.get())) open.remove(unit);
                    // What is long comes first, and may be free by now.
                    idle = false;
                    break;
                }
                if (claims.state(unit.id()) == Claims.State.DONE) open.remove(unit);
            }
            if (idle && !open.isEmpty()) rest(open.size());
        }
    }

    /** Renders a unit; whether there is nothing left to do for it here. */
    private boolean isOver(Unit unit, Claim claim) {
        report.on(new RenderEvent.UnitStarted(unit.name(), unit.lines(), claim.isTakenOver()));
        try (claim) {
            Cancellation.unless(claim::isLost, () -> {
                unit.speech().run();
                return unit;
            });
            claim.done();
            report.done(claim.isTakenOver());
            return true;
        } catch (CancellationException stopped) {
            if (!claim.isLost()) throw stopped;
            return false;
        } catch (Problem p) {
            report.failed(p);
            if (problem.isEmpty()) problem = Optional.of(p);
            return true;
        }
    }

    private void rest(int units) {
        report.on(new RenderEvent.Waiting(units));
        try {
            for (int i = 0; i < LOOKS; i++) {
                Cancellation.stopIfWished();
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
