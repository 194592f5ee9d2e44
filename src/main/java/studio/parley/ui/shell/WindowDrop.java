package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import studio.parley.ui.kit.DroppedFiles;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.AppServices;

/**
 * Files dropped where nothing else handles them: a project is opened, a script imported, and other files are reported as skipped. While a
 * dialog is open nothing can be dropped.
 */
record WindowDrop(AppServices services, Consumer<Path> project, Consumer<Path> script) {
    void listen(Node area) {
        DroppedFiles.accept(area, area, services.notices(), files -> true, (files, e) -> drop(files));
    }

    private void drop(DroppedFiles dropped) {
        if (!dropped.projects().isEmpty()) project.accept(dropped.projects().getFirst());
        else if (!dropped.models().isEmpty()) {
            services.notices().info(Messages.of("shell.drop.model", dropped.models().getFirst().getFileName()));
            services.installs().importModel(dropped.models().getFirst());
        } else if (!dropped.scripts().isEmpty()) script.accept(dropped.scripts().getFirst());
        else if (!dropped.sounds().isEmpty()) services.notices().warn(Messages.of("shell.drop.sounds"));
    }
}
