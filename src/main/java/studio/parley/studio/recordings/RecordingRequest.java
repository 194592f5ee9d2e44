package studio.parley.studio.recordings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recorded conversation to read.
 *
 * @param speakers how many there are; empty: as many as there are voices
 * @param names of the first speakers that are found, in the order in which they first speak; the others are called "Speaker 1" and so on
 * @param language that is spoken; empty: detected
 */
public record RecordingRequest(Path file, OptionalInt speakers, List<String> names, Optional<String> language) {
    public RecordingRequest {
        names = List.copyOf(names);
    }

    public static RecordingRequest of(Path file) {
        return new RecordingRequest(file, OptionalInt.empty(), List.of(), Optional.empty());
    }
}
