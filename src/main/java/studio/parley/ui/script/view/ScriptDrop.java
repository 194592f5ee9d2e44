package studio.parley.ui.script.view;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import studio.parley.ui.kit.DroppedFiles;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.script.card.LineCard;
import studio.parley.ui.session.ProjectSession;

/** Scripts dropped on the script: a file or text opens the preview. Audio files on a card are passed on as reference clips. */
final class ScriptDrop {
    private final ProjectSession session;
    private final ScriptView view;
    private final Region gapMark = new Region();

    ScriptDrop(ProjectSession session, ScriptView view) {
        this.session = session;
        this.view = view;
        gapMark.getStyleClass().add("drop-mark");
        gapMark.setManaged(false);
        gapMark.setVisible(false);
        gapMark.setMouseTransparent(true);
        view.flow().overlay(gapMark);
    }

    void listen() {
        view.addEventHandler(DragEvent.DRAG_OVER, e -> {
            boolean taken = isVoice(e) || isScript(e);
            mark(e, taken);
            if (!taken) return;
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        });
        view.addEventHandler(DragEvent.DRAG_EXITED, e -> mark(e, false));
        view.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            mark(e, false);
            if (!isVoice(e) && !isScript(e)) return;
            drop(e);
            e.setDropCompleted(true);
            e.consume();
        });
    }

    private void drop(DragEvent e) {
        var dropped = DroppedFiles.of(e.getDragboard());
        int gap = gap(e);
        if (isVoice(e)) card(e).flatMap(LineCard::row).ifPresent(row -> view.sounds().orElseThrow().accept(row.line().speaker(), dropped.sounds()));
        if (!dropped.scripts().isEmpty()) view.imports().file(dropped.scripts().getFirst(), gap);
        else if (!e.getDragboard().hasFiles()) view.imports().text(e.getDragboard().getString(), gap);
        if (dropped.scripts().size() > 1) session.services().notices().info(Messages.of("script.drop.first", dropped.scripts().getFirst().getFileName()));
        dropped.tellOthers(session.services().notices());
    }

    /** Audio files on a card are reference clips of its speaker, if somebody handles them. */
    private boolean isVoice(DragEvent e) {
        return view.sounds().isPresent() && card(e).isPresent() && !DroppedFiles.of(e.getDragboard()).sounds().isEmpty();
    }

    private static boolean isScript(DragEvent e) {
        var board = e.getDragboard();
        return board.hasFiles() ? !DroppedFiles.of(board).scripts().isEmpty() : board.hasString() && !board.getString().isBlank();
    }

    private static Optional<LineCard> card(DragEvent e) {
        for (var at = e.getTarget() instanceof Node n ? n : null; at != null; at = at.getParent()) if (at instanceof LineCard card) return Optional.of(card);
        return Optional.empty();
    }

    /** Highlights the card that would get a voice, or the gap where a script would be inserted. */
    private void mark(DragEvent e, boolean taken) {
        boolean voice = taken && isVoice(e);
        var target = voice ? card(e) : Optional.<LineCard>empty();
        for (var entry : view.flow().cards()) entry.getValue().pseudoClassStateChanged(DroppedFiles.OVER, target.equals(Optional.of(entry.getValue())));
        gapMark.setVisible(taken && !voice);
        gapMark.resizeRelocate(10, view.flow().gapY(gap(e)) - 1.5, Math.max(0, view.flow().getWidth() - 28), 3);
    }

    private int gap(DragEvent e) {
        return view.flow().gapAt(view.flow().sceneToLocal(e.getSceneX(), e.getSceneY()).getY());
    }
}
