package studio.parley.studio;

import java.nio.file.Path;
import java.util.Optional;

/** A model folder on this machine; {@code trouble} says why it cannot be used, if so. */
public record FoundModel(Path folder, String name, String precision, int context, long bytes, Optional<String> trouble) {}
