package studio.parley.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HouseTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void noRoomImportsOneItMayNot() throws Exception {
        assertEquals(new TreeSet<>(), House.breaches(CLASSES, House.PLAN));
    }

    @Test
    void anUnplannedRoomIsReported() throws Exception {
        var withoutCli = new HashMap<>(House.PLAN);
        withoutCli.remove("cli");
        assertTrue(House.breaches(CLASSES, withoutCli).contains("unknown room cli"));
    }
}
