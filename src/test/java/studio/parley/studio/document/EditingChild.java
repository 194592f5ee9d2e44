package studio.parley.studio.document;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.TakeAdded;

/** A process that edits and says what is acknowledged, until it is killed: see {@link KillTest}. */
final class EditingChild {
    private EditingChild() {}

    public static void main(String[] args) {
        var out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        var opened = Project.open(Path.of(args[0]));
        var project = opened.project();
        if (!opened.notices().isEmpty()) out.println("notice " + opened.notices());
        int count = Integer.parseInt(project.document().conversation().title());
        out.println("open " + count);
        while (true) {
            int next = ++count;
            project.edit(Edit.of("Count", d -> ProjectEdits.title("" + next).change().apply(TestEdits.text("", "L2", "Word " + next).change().apply(d))));
            var done = project.arrive(new TakeAdded("L1", Documents.take("T", "" + next % 10), Optional.empty()));
            if (next % 7 == 0) done = project.save();
            done.join();
            out.println(next);
        }
    }
}
