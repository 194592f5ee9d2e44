package studio.parley.studio.project.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that remember: read back as written, harmless when damaged. */
class RememberedTest {
    @TempDir
    Path home;

    @Test
    void waitingLinesComeBack() {
        var lines = List.of(new LineRequest("L1", 2, List.of("T1")), new LineRequest("L\"2", 64, List.of()));
        assertEquals(lines, LineRequest.parse(LineRequest.write(lines)));
    }

    @Property(tries = 500)
    void aDamagedListIsNoTrouble(@ForAll long seed) {
        var r = new Random(seed);
        var text = new StringBuilder(LineRequest.write(List.of(new LineRequest("L1", 2, List.of("T1")), new LineRequest("L2", 1, List.of()))));
        for (int i = 0; i <= r.nextInt(5); i++) {
            int at = r.nextInt(Math.max(1, text.length()));
            switch (r.nextInt(4)) {
                case 0 -> text.setLength(Math.min(at, text.length()));
                case 1 -> text.insert(Math.min(at, text.length()), new String[] {"null", "[", "{", "\"", "1e999", "-3"}[r.nextInt(6)]);
                case 2 -> text.delete(Math.min(at, text.length()), Math.min(text.length(), at + 5));
                default -> text.insert(0, "[".repeat(r.nextInt(20_000)));
            }
        }
        for (var p : LineRequest.parse(text.toString())) assertTrue(p.takes() >= 1 && p.takes() <= 64 && p.had() != null);
        for (var odd : List.of("", "null", "3", "{\"version\":1,\"lines\":[{\"line\":\"L1\",\"takes\":1}]}", "{\"version\":2,\"lines\":[]}")) LineRequest.parse(odd);
    }

    @Test
    void takesThatArrivedAreNotAskedForAgain() {
        var d = ProjectFixture.document();
        var left = LineRequest.left(List.of(new LineRequest("L1", 1, List.of()), new LineRequest("L9", 1, List.of()), new LineRequest("L1", 2, List.of())), d);
        assertEquals(List.of(new LineRequest("L1", 3, List.of())), left);
        var line = d.line("L1").orElseThrow().with(studio.parley.studio.document.Documents.take("T1", "a"));
        var spoken = d.withLines(List.of(line));
        assertEquals(List.of(new LineRequest("L1", 2, List.of("T1"))),
                LineRequest.left(List.of(new LineRequest("L1", 1, List.of()), new LineRequest("L1", 2, List.of())), spoken));
    }

    @Test
    void paceIsLearntAndKeptForEachModel() throws Exception {
        var file = home.resolve("deep/pace.json");
        var pace = RenderSpeed.UNKNOWN.after(6, 3, 1);
        assertEquals(2, pace.work(), 1e-9);
        pace.write(file, "a/cpu");
        pace.after(6, 6, 1).write(file, "b/cpu");
        assertEquals(pace, RenderSpeed.read(file, "a/cpu"));
        assertTrue(RenderSpeed.read(file, "b/cpu").work() < 2);
        assertEquals(6, pace.seconds(2, 2), 1e-9);
        assertEquals(RenderSpeed.UNKNOWN, RenderSpeed.read(file, "c/cpu"));
        for (var odd : List.of("", "[]", "{\"a/cpu\":3}", "{\"a/cpu\":{\"work\":\"x\",\"lines\":1}}", "{\"a/cpu\":{}}", "{\"a/cpu\":{\"work\":-1,\"lines\":1}}", "[[[")) {
            Files.writeString(file, odd);
            assertEquals(RenderSpeed.UNKNOWN, RenderSpeed.read(file, "a/cpu"), odd);
            pace.write(file, "a/cpu");
            assertEquals(pace, RenderSpeed.read(file, "a/cpu"), odd);
        }
    }
}
