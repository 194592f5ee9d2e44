package studio.parley.ui.script;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import studio.parley.ui.desk.Desk;

/** Scripts dropped on the script: a file or text opens the preview. Sound files pass on to whoever gives speakers their voices. */
record ScriptDrop(Desk desk, LineActions actions, ScriptView view) {
    private static final List<String> SCRIPTS = List.of(".txt", ".md", ".markdown", ".fountain", ".spmd", ".csv", ".tsv", ".srt", ".vtt", ".parley-script", ".script");

    void listen() {
        view.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (!isScript(e.getDragboard())) return;
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        });
        view.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            var board = e.getDragboard();
            if (!isScript(board)) return;
            if (board.hasFiles()) view.imports().file(board.getFiles().getFirst().toPath(), gap(e));
            else view.imports().text(board.getString(), gap(e));
            e.setDropCompleted(true);
            e.consume();
        });
    }

    private int gap(DragEvent e) {
        return view.flow().gapAt(view.flow().sceneToLocal(e.getSceneX(), e.getSceneY()).getY());
    }

    private static boolean isScript(Dragboard board) {
        if (board.hasFiles()) return board.getFiles().size() == 1 && isScript(board.getFiles().getFirst());
        return board.hasString() && !board.getString().isBlank();
    }

    private static boolean isScript(File file) {
        var name = file.getName().toLowerCase(Locale.ROOT);
        return SCRIPTS.stream().anyMatch(name::endsWith);
    }
}
