package studio.parley.studio.transcription;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to transcribe.
 *
 * @param language its code; empty = detected
 * @param hint words to expect, may be empty
 * @param carried whether each window of 30 s gets the text before it
 */
public record TranscriptionRequest(Path file, Optional<String> language, String hint, boolean carried) {}
