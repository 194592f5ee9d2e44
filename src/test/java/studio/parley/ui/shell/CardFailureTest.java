package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.onnx.FakeCard;
import studio.parley.ui.Fx;

/** A graphics card that fails while the window renders: the queue goes on on the processor, and one notification says why. */
class CardFailureTest {
    @TempDir
    Path home;

    @Test
    void theQueueGoesOn() throws Exception {
        try (var card = FakeCard.failingAtRun(12, "CUDA failure 2: out of memory ; file=/onnxruntime_src/x.cc"); var shell = Shell.lighthouse(home, 0)) {
            Fx.run(() -> shell.services.preferences().put("device", "auto"));
            Fx.run(() -> shell.session().speech().load());
            Fx.until(() -> shell.session().speech().model().isPresent(), 120_000);
            var lines = Fx.call(() -> shell.session().document().lines().subList(0, 2).stream().map(l -> l.id()).toList());
            Fx.run(() -> shell.session().speech().render(lines, 1));
            Fx.until(() -> lines.stream().allMatch(id -> shell.session().document().line(id).orElseThrow().sounding().isPresent()), 120_000);
            Fx.settle();
            assertTrue(card.runs() >= 12);
            var said = Fx.call(() -> shell.services.notices().all().stream().map(n -> n.sentence()).filter(s -> s.contains("graphics card")).toList());
            assertEquals(List.of("The graphics card cannot be used (its memory is full), so the processor computes instead. Close other programs that use the card, or choose a smaller "
                    + "model, then start Parley again."), said);
            assertTrue(Fx.call(() -> shell.session().speech().descriptionProperty().get()).endsWith(", cpu)"));
        }
    }
}
