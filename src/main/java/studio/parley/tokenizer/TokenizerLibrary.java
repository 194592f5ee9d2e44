package studio.parley.tokenizer;

import java.util.logging.Level;
import java.util.logging.Logger;
import studio.parley.io.AppFolders;
import studio.parley.io.TempFolder;

/** Configures Hugging Face's library before its first use: no network, no output, no file outside Parley's own folders. */
final class TokenizerLibrary {
    /** It logs at every start where it unpacks; referenced here, or the setting would be collected. */
    private static final Logger QUIET = Logger.getLogger("ai.djl");

    private static final String CACHE = "ENGINE_CACHE_DIR";

    private TokenizerLibrary() {}

    static void prepare() {
        QUIET.setLevel(Level.WARNING);
        // Otherwise it would look for a GPU build of itself on the network.
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ai.djl.offline", "true");
        // A package names the folder in which its library lies unpacked.
        if (System.getProperty(CACHE) == null) System.setProperty(CACHE, AppFolders.ofUser().natives().toString());
        // It looks for graphics cards through JNA, which unpacks a library of its own and removes it once it is loaded.
        if (!Boolean.getBoolean("jna.nounpack")) System.setProperty("jna.tmpdir", TempFolder.ofProcess().toString());
    }
}
