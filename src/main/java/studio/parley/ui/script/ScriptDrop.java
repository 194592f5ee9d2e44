package studio.parley.ui.script;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.voices.ReferenceDrop;

/** Scripts dropped on the script: a file or text opens the preview. Sound files pass on to whoever gives speakers their voices. */
record ScriptDrop(Desk desk, LineActions actions, ScriptView view) {
    private static final List<String> SCRIPTS = List.of(".txt", ".md", ".markdown", ".fountain", ".spmd", ".csv", ".tsv", ".srt", ".vtt", ".parley-script", ".script");

    void listen() {
        view.addEventHandler(DragEvent.DRAG_OVER, e -> {
            mark(e, true);
            if (!isScript(e.getDragboard()) && !isVoice(e)) return;
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        });
        view.addEventHandler(DragEvent.DRAG_EXITED, e -> mark(e, false));
        view.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            var board = e.getDragboard();
            mark(e, false);
            if (!isScript(board) && !isVoice(e)) return;
            if (isVoice(e)) voice(e);
            else if (board.hasFiles()) view.imports().file(board.getFiles().getFirst().toPath(), gap(e));
            else view.imports().text(board.getString(), gap(e));
            e.setDropCompleted(true);
            e.consume();
        });
    }

    /** Sounds on a card are clips of its speaker's voice, once somebody takes them. */
    private boolean isVoice(DragEvent e) {
        return view.sounds().isPresent() && ReferenceDrop.accepts(e.getDragboard()) && card(e).isPresent();
    }

    private void voice(DragEvent e) {
        var files = e.getDragboard().getFiles().stream().map(File::toPath).toList();
        card(e).flatMap(LineCard::row).ifPresent(row -> view.sounds().orElseThrow().accept(row.line().speaker(), files));
    }

    private static Optional<LineCard> card(DragEvent e) {
        for (var at = e.getTarget() instanceof Node n ? n : null; at != null; at = at.getParent()) if (at instanceof LineCard card) return Optional.of(card);
        return Optional.empty();
    }

    /** The card a voice would go to stands out. */
    private void mark(DragEvent e, boolean over) {
        var target = over && isVoice(e) ? card(e) : Optional.<LineCard>empty();
        for (var entry : view.flow().cards()) {
            entry.getValue().pseudoClassStateChanged(PseudoClass.getPseudoClass("over"), target.equals(Optional.of(entry.getValue())));
        }
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
