package studio.parley.ui.shell;

import java.nio.file.Files;
import java.util.Optional;
import studio.parley.dialogue.Script;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.ProjectFolder;
import studio.parley.ui.desk.Tools;

/** The conversation that comes with Parley. */
record Sample(Tools tools) {
    private static final String SCRIPT = """
            # The Lighthouse
            Ann: Did you see that?
            Ben: See what?
            Ann: That light. Out past the rocks, there it is again.
            Cora ^: It's just the buoy. It has always been the buoy.
            Ben: Buoys don't move, Cora.
            Ann: Neither do lighthouses, and yet here we are.
            Cora: Oh no.
            """;

    void open(Window window) {
        var folder = tools.places().data().resolve("projects").resolve("The Lighthouse" + ProjectFolder.ENDING);
        if (Files.isDirectory(folder)) window.open(folder);
        else window.create(folder, Document.of(Script.read("sample.txt", SCRIPT, Optional.empty())));
    }
}
