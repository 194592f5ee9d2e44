package studio.parley.studio.document;

import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.edit.History;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.StalenessTracker;
import studio.parley.studio.document.staleness.StalenessTrackerTest;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.timing.LineTimes;
import studio.parley.studio.timing.Ripple;

/** What the window does after a keystroke in a document of 1,000 lines, each having heard all before it; prints milliseconds. */
class LargeDocumentProbe {
    private static double best(String name, Supplier<Object> work) {
        var times = new double[400];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            if (work.get() == null) throw new IllegalStateException();
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf("%-28s median %.2f ms, 99 %% %.2f ms%n", name, times[200], times[396]);
        return times[200];
    }

    @Test
    void aKeystrokeFitsIntoAFrame() {
        var document = StalenessTrackerTest.rendered(1000);
        best("Arrangement.of", () -> Arrangement.of(document, 24000));
        best("LineTimes.of", () -> LineTimes.of(document));
        best("Staleness.of", () -> Staleness.of(document, Delivery.STANDARD, "m"));
        var tracker = new StalenessTracker();
        var d = new Document[] {document};
        int[] count = {0};
        best("an edit", () -> d[0] = TestEdits.text("Type", "L500", "word " + count[0]++).change().apply(d[0]));
        best("edit + StalenessTracker", () -> {
            d[0] = TestEdits.text("Type", "L500", "word " + count[0]++).change().apply(d[0]);
            return tracker.update(d[0], Delivery.STANDARD, "m");
        });
        var history = new History(document);
        best("History.apply", () -> history.apply(TestEdits.text("Type", "L500", "word " + count[0]++), count[0] * 5000L));
        best("drag", () -> TestEdits.move("L500", 9000 + count[0]++, Ripple.OFF).change().apply(document));
    }
}
