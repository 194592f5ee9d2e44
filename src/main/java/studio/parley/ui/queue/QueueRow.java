package studio.parley.ui.queue;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.project.render.QueuedLine;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** One line of the queue. */
final class QueueRow extends HBox {
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private final ProjectSession session;
    private final QueueList list;
    private final String id;
    private final Label name = Controls.label("", "heading");
    private final Label words = Controls.label("", "muted");
    private final Label status = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button retry;
    private boolean waits;
    private boolean dragged;

    QueueRow(ProjectSession session, QueueList list, String id) {
        this.session = session;
        this.list = list;
        this.id = id;
        getStyleClass().add("queue-row");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        name.setMinWidth(USE_PREF_SIZE);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        status.getStyleClass().addAll("muted", "small");
        status.setMinWidth(40);
        status.setMaxWidth(520);
        progress.getStyleClass().add("queue-progress");
        retry = Icons.button(MaterialDesignR.REFRESH, Messages.of("queue.retry"), () -> session.speech().ask(r -> r.retry(List.of(id))));
        var cancel = Icons.button(MaterialDesignC.CLOSE, Messages.of("queue.cancel"), () -> session.speech().queue(r -> r.cancel(List.of(id))));
        cancel.getStyleClass().add("queue-cancel-one");
        var handle = Icons.of(MaterialDesignD.DRAG_VERTICAL);
        handle.getStyleClass().add("handle");
        getChildren().addAll(handle, name, words, progress, status, retry, cancel);
        setOnKeyPressed(this::pressed);
        setOnMouseClicked(e -> {
            requestFocus();
            if (e.isStillSincePress()) session.select(Selection.of(id));
        });
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::drop);
    }

    void show(QueuedLine job) {
        waits = job.status().isWaiting();
        name.setText(QueueText.name(session, id));
        words.setText(session.document().line(id).map(l -> l.text().replace('\n', ' ')).orElse(""));
        status.setText(QueueText.status(job));
        status.getStyleClass().remove("bad");
        if (job.status().hasFailed()) status.getStyleClass().add("bad");
        progress.setProgress(job.fraction());
        Visibility.show(job.status().isRunning(), progress);
        Visibility.show(job.status().hasFailed(), retry);
        setAccessibleText(name.getText() + ", " + status.getText());
    }

    boolean isDragged() {
        return dragged;
    }

    private void pressed(KeyEvent event) {
        boolean moves = event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN);
        if (moves) list.move(id, event.getCode() == KeyCode.UP ? -1 : 1);
        else if (event.getCode() == KeyCode.DELETE) session.speech().queue(r -> r.cancel(List.of(id)));
        else if (event.getCode() == KeyCode.ESCAPE && dragged) settle();
        else return;
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (!waits) return;
        dragged = true;
        pseudoClassStateChanged(DRAGGED, true);
        setViewOrder(-1);
        setTranslateY(0);
        setTranslateY(event.getSceneY() - localToScene(0, getHeight() / 2).getY());
        event.consume();
    }

    private void drop(MouseEvent event) {
        if (!dragged) return;
        setTranslateY(0);
        int by = list.rowsBetween(this, event.getSceneY());
        settle();
        list.move(id, by);
    }

    private void settle() {
        dragged = false;
        setTranslateY(0);
        setViewOrder(0);
        pseudoClassStateChanged(DRAGGED, false);
    }
}
