package studio.parley.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class GoldenTest {
    @Test
    void arraysAreFoundWhereTheJsonSays() {
        var rope = Golden.load("rope");
        var backbone = rope.list("cases").getFirst();
        var frequencies = rope.floats(backbone.get("inv_freq"));
        assertEquals(32, frequencies.length);
        assertEquals(6.636012793e-01f, frequencies[1]);
        assertEquals(1, rope.floats(backbone.get("cos"))[0]);
    }

    @Test
    void checkpointsAreThere() {
        for (var name : new String[] {"tiny-a", "tiny-a-sesame", "tiny-b", "tiny-c"}) assertTrue(Files.exists(Golden.folder(name, "config.json")), name);
    }
}
