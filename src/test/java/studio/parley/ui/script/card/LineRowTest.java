package studio.parley.ui.script.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.script.Scripts;
import studio.parley.problem.Problem;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.Staleness.Cause;
import studio.parley.ui.SessionFixture;

class LineRowTest {
    private final Document document = Document.of(Scripts.read("x", SessionFixture.LIGHTHOUSE, Optional.empty()));

    private LineRow row(Staleness staleness, Optional<RenderStatus> work) {
        return LineRow.of(document, 3, staleness, work);
    }

    @Test
    void saysWhatIsBeingDone() {
        assertEquals("rendering 1.9 s…", row(new Staleness.Missing(), Optional.of(new RenderStatus.Speaking(24, 100, 0.08))).reason());
        assertEquals("queued, 2 ahead", row(new Staleness.Missing(), Optional.of(new RenderStatus.Waiting(2))).reason());
        var failed = row(new Staleness.Missing(), Optional.of(new RenderStatus.Failed(Problem.input("No room."))));
        assertEquals("No room.", failed.reason());
        assertEquals(LineRow.State.FAILED, failed.state());
    }

    @Test
    void saysWhyItIsStale() {
        assertEquals("line 3 has a new take", row(new Staleness.Upstream(List.of("L3")), Optional.empty()).reason());
        assertEquals("line 1 and 1 more have new takes", row(new Staleness.Upstream(List.of("L1", "L3")), Optional.empty()).reason());
        assertEquals("text changed, seed changed", row(new Staleness.Own(new LinkedHashSet<>(EnumSet.of(Cause.TEXT, Cause.SEED))), Optional.empty()).reason());
    }

    @Test
    void theFirstLineFollowsNone() {
        assertEquals("timing", LineRow.of(document, 0, new Staleness.Missing(), Optional.empty()).timing());
        assertEquals("+200 ms", LineRow.of(document, 1, new Staleness.Missing(), Optional.empty()).timing());
    }

    @Test
    void isSpokenInOneSentence() {
        assertEquals("Line 4, Cora, not rendered, about 4.0 seconds expected, It's just the buoy. It has always been the buoy.", row(new Staleness.Missing(), Optional.empty()).spoken());
        assertEquals("Line 4, Cora, in progress: rendering 0.8 s…, about 4.0 seconds expected, It's just the buoy. It has always been the buoy.",
                row(new Staleness.Missing(), Optional.of(new RenderStatus.Speaking(10, 100, 0.08))).spoken());
    }
}
