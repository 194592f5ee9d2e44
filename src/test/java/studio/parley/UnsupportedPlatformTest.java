package studio.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnsupportedPlatformTest {
    @Test
    void theTwoWithoutLibrariesAreNamed() {
        assertTrue(UnsupportedPlatform.sentence("Mac OS X", "x86_64").orElseThrow().contains("Macs with Intel processors"));
        assertTrue(UnsupportedPlatform.sentence("Windows 11", "aarch64").orElseThrow().contains("Windows on ARM"));
    }

    @Test
    void theOthersRun() {
        for (var system : new String[] {"Linux", "Windows 11"}) assertEquals(Optional.empty(), UnsupportedPlatform.sentence(system, "amd64"));
        for (var system : new String[] {"Linux", "Mac OS X"}) assertEquals(Optional.empty(), UnsupportedPlatform.sentence(system, "aarch64"));
    }
}
