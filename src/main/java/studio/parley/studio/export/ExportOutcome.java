package studio.parley.studio.export;

import java.nio.file.Path;
import java.util.List;

/**
 * The result of an export.
 *
 * @param files in the order written
 * @param loudness of mix and stems as written
 * @param notes sentences for people: gain and limiting, missed targets
 */
public record ExportOutcome(List<Path> files, LoudnessReport loudness, List<String> notes) {
    public ExportOutcome {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }
}
