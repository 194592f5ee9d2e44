package studio.parley.studio.project;

import java.util.List;
import studio.parley.studio.document.journal.Project;

/** An open project made from a script, and notices for people. */
public record ImportedProject(Project project, List<String> notices) {
    public ImportedProject {
        notices = List.copyOf(notices);
    }
}
