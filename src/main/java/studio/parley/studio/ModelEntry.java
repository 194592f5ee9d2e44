package studio.parley.studio;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model folder on this machine.
 *
 * @param label how takes and projects call it, by name and hash; empty where it cannot be used
 * @param quality what was measured of its speech, in words, where the model says so
 * @param trouble why it cannot be used, if so
 */
public record ModelEntry(Path folder, String name, String label, String precision, int context, long bytes, Optional<String> quality,
        Optional<String> trouble) {}
