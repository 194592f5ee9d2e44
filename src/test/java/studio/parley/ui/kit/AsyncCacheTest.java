package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.parley.ui.Fx;

class AsyncCacheTest {
    @BeforeAll
    static void toolkit() throws Exception {
        Fx.startToolkit();
    }

    @Test
    void eachIsMadeOnceAndTheLeastUsedIsForgotten() throws Exception {
        var asked = new ArrayList<Integer>();
        var arrived = new int[1];
        var cache = new AsyncCache<Integer, String>(2, key -> {
            asked.add(key);
            return () -> "No. " + key;
        }, () -> arrived[0]++, thrown -> { });
        Fx.run(() -> {
            assertEquals(Optional.empty(), cache.get(1));
            assertEquals(Optional.empty(), cache.get(1));
            cache.get(2);
        });
        Fx.until(() -> arrived[0] == 2, 5_000);
        Fx.run(() -> {
            assertEquals(Optional.of("No. 1"), cache.get(1));
            cache.get(3);
        });
        Fx.until(() -> arrived[0] == 3, 5_000);
        Fx.run(() -> {
            assertEquals(Optional.of("No. 1"), cache.get(1));
            assertEquals(Optional.empty(), cache.get(2));
        });
        assertEquals(List.of(1, 2, 3, 2), asked);
    }
}
