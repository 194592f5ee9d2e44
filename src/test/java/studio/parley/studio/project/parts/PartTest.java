package studio.parley.studio.project.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.problem.Problem;

class PartTest {
    @Test
    void aPartIsANumberOfSoMany() {
        assertEquals(new Part(2, 4), Part.of("2/4"));
        assertEquals("2/4", Part.of("2/4").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/4", "5/4", "a/b", "2", "/", "1/0", "-1/4", "2/4/8", "", "1234567/1234567"})
    void anythingElseIsRefused(String written) {
        assertTrue(assertThrows(Problem.class, () -> Part.of(written)).getMessage().contains("such as 2/4"));
    }

    /** Parts that start together do not want the same unit, and each wants all in the end. */
    @Test
    void everyPartBeginsWithUnitsOfItsOwn() {
        var units = IntStream.range(0, 10).mapToObj(i -> new Unit("u" + i, "unit", 1, i, () -> { })).toList();
        var own = new HashSet<Unit>();
        for (int i = 1; i <= 4; i++) {
            var preferred = new Part(i, 4).preferred(units);
            assertEquals(new HashSet<>(units), new HashSet<>(preferred));
            assertEquals(10 - i, preferred.getFirst().seconds());
            own.addAll(preferred.subList(0, 2));
        }
        assertEquals(8, own.size());
    }

    @Test
    void scriptsOfOneNameGetOutputsInTheirFolders() {
        var a = Path.of("game/a/intro.txt");
        var b = Path.of("game/b/intro.v2.txt");
        var out = Path.of("out");
        assertEquals(Map.of(a, out.resolve("a/intro.wav"), b, out.resolve("b/intro.v2.wav")), SharedFolder.outputs(List.of(a, b), out));
        var same = assertThrows(Problem.class, () -> SharedFolder.outputs(List.of(Path.of("x.txt"), Path.of("x.md")), out));
        assertTrue(same.getMessage().contains("would both be written to"), same.getMessage());
    }
}
