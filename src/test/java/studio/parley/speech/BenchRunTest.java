package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class BenchRunTest {
    @Test
    void measuresATinyModel() {
        var steps = new ArrayList<String>();
        var run = BenchRun.of(TinyModels.open("tiny-a"), steps::add);
        assertEquals(4, steps.size());
        assertTrue(run.frame() >= run.backbone() && run.backbone() > 0 && run.depth() > 0 && run.mimi() > 0);
        assertEquals(run.frame() / 80, run.realTimeFactor(), 1e-9);
        assertTrue(run.conversation().evictions() >= 1, run.toString());
        assertTrue(run.weightBytes() > 0 && run.firstAudio() > 0 && run.prefillPerPosition() > 0);
    }
}
