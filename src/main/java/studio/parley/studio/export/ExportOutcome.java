package studio.parley.studio.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What an export did.
 *
 * @param files in the order written
 * @param loudness of mix and stems as they were written
 * @param notes what a person should know, in sentences: gain and limiting, targets missed
 */
public record ExportOutcome(List<Path> files, LoudnessReport loudness, List<String> notes) {
    public ExportOutcome {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }
}
