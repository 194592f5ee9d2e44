package studio.parley.studio;

import java.nio.file.Path;

/** A reference to load: whose voice, from which file, and what it says. */
public record ReferenceClip(int speaker, Path file, String transcript) {}
