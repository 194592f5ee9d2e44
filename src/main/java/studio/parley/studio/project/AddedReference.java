package studio.parley.studio.project;

import java.util.List;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.voice.ClipReport;

/**
 * A reference clip that has come into a project.
 *
 * @param path as the document names it
 * @param report what the clip is like, whole
 * @param notices about damage in the file that was passed over
 */
public record AddedReference(int speaker, String path, ReferenceMetadata note, ClipReport report, List<String> notices) {
    public AddedReference {
        notices = List.copyOf(notices);
    }
}
