package studio.parley.studio.project.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time left that a queue shows. */
class RenderSpeedTest {
    @TempDir
    Path folder;

    @Test
    void theFirstLineTeachesAllAndLaterOnesLittleByLittle() {
        assertFalse(RenderSpeed.UNKNOWN.isKnown());
        var first = RenderSpeed.UNKNOWN.after(6, 3, 1);
        assertTrue(first.isKnown());
        assertEquals(new RenderSpeed(2, 1), first);
        assertEquals(20, first.seconds(10, 1));
        assertEquals(new RenderSpeed(3, 2), first.after(12, 3, 1), "two lines: their mean");
        assertEquals(new RenderSpeed(2 + 0.2, 101), new RenderSpeed(2, 100).after(9, 3, 1), "a hundred: a fifth of the way");
    }

    /** Each take more in a batch costs half a take, in what is foretold and in what is learnt. */
    @Test
    void takesTogetherShareTheirWork() {
        assertEquals(2 * 10 * 2.5, new RenderSpeed(2, 1).seconds(10, 4));
        assertEquals(new RenderSpeed(2, 1), RenderSpeed.UNKNOWN.after(15, 3, 4));
    }

    @Test
    void aLineThatTellsNothingIsForgotten() {
        var pace = new RenderSpeed(2, 5);
        assertEquals(pace, pace.after(0, 3, 1));
        assertEquals(pace, pace.after(-1, 3, 1));
        assertEquals(pace, pace.after(3, 0, 1));
        assertEquals(pace, pace.after(0, 0, 1));
    }

    @Test
    void eachModelsIsRemembered() {
        var file = folder.resolve("pace.json");
        assertEquals(RenderSpeed.UNKNOWN, RenderSpeed.read(file, "a/cpu"));
        new RenderSpeed(2.5, 7).write(file, "a/cpu");
        new RenderSpeed(0.3, 1).write(file, "a/cuda");
        new RenderSpeed(2.6, 8).write(file, "a/cpu");
        assertEquals(new RenderSpeed(2.6, 8), RenderSpeed.read(file, "a/cpu"));
        assertEquals(new RenderSpeed(0.3, 1), RenderSpeed.read(file, "a/cuda"));
        assertEquals(RenderSpeed.UNKNOWN, RenderSpeed.read(file, "b/cpu"));
    }

    @Test
    void whatMakesNoSenseIsUnknownAndReplaced() throws Exception {
        var file = folder.resolve("pace.json");
        for (var odd : List.of("", "null", "[]", "{", "{\"k\": 5}", "{\"k\": {}}", "{\"k\": {\"work\": 0, \"lines\": 3}}", "{\"k\": {\"work\": -1, \"lines\": 3}}",
                "{\"k\": {\"work\": 1, \"lines\": 0}}", "{\"k\": {\"work\": 1e999, \"lines\": 3}}", "{\"k\": {\"work\": \"x\", \"lines\": 3}}", "{\"k\": {\"work\": [], \"lines\": 3}}")) {
            Files.writeString(file, odd);
            assertEquals(RenderSpeed.UNKNOWN, RenderSpeed.read(file, "k"), odd);
            new RenderSpeed(1.5, 2).write(file, "k");
            assertEquals(new RenderSpeed(1.5, 2), RenderSpeed.read(file, "k"), odd);
        }
    }
}
