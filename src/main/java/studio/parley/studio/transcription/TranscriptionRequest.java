package studio.parley.studio.transcription;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to transcribe.
 *
 * @param said a text file with the words, if they are known: only their times are found
 * @param language its code; empty = detected
 * @param hint words to expect, may be empty
 * @param carried whether each window of 30 s gets the text before it
 */
public record TranscriptionRequest(Path file, Optional<Path> said, Optional<String> language, String hint, boolean carried) {}
