package studio.parley.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenizerLibraryTest {
    private static final String CACHE = "ENGINE_CACHE_DIR";

    /** A package has the library unpacked in its own, read-only folder. */
    @Test
    void aFolderThatIsGivenIsKept() {
        var before = System.getProperty(CACHE);
        try {
            System.setProperty(CACHE, "/opt/parley/natives");
            TokenizerLibrary.prepare();
            assertEquals("/opt/parley/natives", System.getProperty(CACHE));
            System.clearProperty(CACHE);
            TokenizerLibrary.prepare();
            assertTrue(System.getProperty(CACHE).endsWith("natives"), System.getProperty(CACHE));
        } finally {
            if (before == null) System.clearProperty(CACHE);
            else System.setProperty(CACHE, before);
        }
    }
}
