package studio.parley.voice;

import java.nio.file.Path;

/** A sound file with a voice to speak like: whose it is, and exactly what is said in it. */
public record ReferenceClip(int speaker, Path file, String transcript) {}
