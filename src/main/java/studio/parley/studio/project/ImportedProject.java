package studio.parley.studio.project;

import java.util.List;
import studio.parley.studio.document.journal.Project;

/** A project made from a script, open, and what a person should know about it. */
public record ImportedProject(Project project, List<String> notices) {
    public ImportedProject {
        notices = List.copyOf(notices);
    }
}
