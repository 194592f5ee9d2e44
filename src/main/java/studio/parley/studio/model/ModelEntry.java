package studio.parley.studio.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model folder on this machine.
 *
 * @param label its name in takes and projects, by name and hash; empty if it cannot be used
 * @param quality its measured quality, as text, if known
 * @param trouble why it cannot be used, if so
 */
public record ModelEntry(Path folder, String name, String label, String precision, int context, long bytes, Optional<String> quality,
        Optional<String> trouble) {}
