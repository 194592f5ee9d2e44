package studio.parley.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.StalenessTracker;
import studio.parley.studio.document.staleness.StalenessTrackerTest;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.timing.LineTimes;

/** What follows a keystroke or a drag in a project in which every line has heard all before it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DocumentBenchmark {
    @Param({"12", "1000", "5000"})
    int lines;

    private Document document;
    private StalenessTracker tracker;
    private int keys;

    @Setup
    public void setUp() {
        document = StalenessTrackerTest.rendered(lines);
        tracker = new StalenessTracker();
        tracker.update(document, Delivery.STANDARD, "m");
    }

    /** The positions of all clips. */
    @Benchmark
    public Arrangement arrangement() {
        return Arrangement.of(document, 24_000);
    }

    @Benchmark
    public LineTimes lineTimes() {
        return LineTimes.of(document);
    }

    /** Which lines are out of date, from nothing, as when a project is opened. */
    @Benchmark
    public Map<String, Staleness> staleness() {
        return Staleness.of(document, Delivery.STANDARD, "m");
    }

    /** A letter in the middle of the script, and which lines are out of date then. */
    @Benchmark
    public Map<String, Staleness> keystroke() {
        document = LineEdits.type("L" + lines / 2, "word " + keys++).change().apply(document);
        return tracker.update(document, Delivery.STANDARD, "m");
    }
}
