package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import studio.parley.ui.kit.DroppedFiles;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.session.AppServices;

/**
 * Files dropped where nothing else handles them: a project is opened, a script imported, and other files are reported as skipped. While a
 * dialog is open nothing can be dropped.
 */
record WindowDrop(AppServices services, Consumer<Path> project, Consumer<Path> script) {
    void listen(Node area) {
        area.addEventFilter(DragEvent.DRAG_OVER, e -> area.pseudoClassStateChanged(DroppedFiles.OVER, false));
        area.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (!e.getDragboard().hasFiles() || ModalLayer.isOpen(area.getScene())) return;
            e.acceptTransferModes(TransferMode.COPY);
            area.pseudoClassStateChanged(DroppedFiles.OVER, true);
            e.consume();
        });
        area.addEventHandler(DragEvent.DRAG_EXITED, e -> area.pseudoClassStateChanged(DroppedFiles.OVER, false));
        area.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            if (!e.getDragboard().hasFiles() || ModalLayer.isOpen(area.getScene())) return;
            drop(DroppedFiles.of(e.getDragboard()));
            e.setDropCompleted(true);
            e.consume();
        });
    }

    private void drop(DroppedFiles dropped) {
        if (!dropped.projects().isEmpty()) project.accept(dropped.projects().getFirst());
        else if (!dropped.scripts().isEmpty()) script.accept(dropped.scripts().getFirst());
        else if (!dropped.sounds().isEmpty()) services.notices().warn(Messages.of("shell.drop.sounds"));
        dropped.tellOthers(services.notices());
    }
}
