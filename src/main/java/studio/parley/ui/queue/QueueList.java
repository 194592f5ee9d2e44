package studio.parley.ui.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import studio.parley.studio.project.render.QueuedLine;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** All lines that are being rendered, queued or failed; drag one (or Alt+Up, Alt+Down) to move it. */
final class QueueList extends VBox {
    /** More rows than anybody reads would cost time with every step of progress. */
    private static final int MOST = 200;
    private final ProjectSession session;
    private final VBox rows = new VBox();
    private final Label more = Controls.label("", "muted", "small");
    private final Button retry = new Button(Messages.of("queue.retryAll"));
    private final Button clear = new Button(Messages.of("queue.clearFailed"));
    private final Map<String, QueueRow> known = new HashMap<>();

    QueueList(ProjectSession session) {
        this.session = session;
        setId("queue-list");
        getStyleClass().add("queue-list");
        var title = Controls.label(Messages.of("queue.title"), "heading");
        var gap = Controls.gap();
        retry.setId("queue-retry");
        retry.setOnAction(e -> session.speech().ask(r -> r.retry(failed())));
        clear.setId("queue-clear");
        clear.setOnAction(e -> session.speech().queue(r -> r.cancel(failed())));
        for (var b : List.of(retry, clear)) b.getStyleClass().add("flat");
        var head = Controls.row(8, title, gap, retry, clear);
        head.getStyleClass().add("queue-head");
        var content = new VBox(rows, more);
        content.getStyleClass().add("queue-rows");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("queue-scroll");
        getChildren().addAll(head, scroll);
    }

    private List<String> failed() {
        return session.speech().jobs().stream().filter(j -> j.status().hasFailed()).map(QueuedLine::line).toList();
    }

    /** Keeps the existing rows, so that focus and drags survive progress. */
    void refresh() {
        var jobs = List.copyOf(session.speech().jobs());
        var wanted = new ArrayList<Node>();
        var used = new HashMap<String, QueueRow>();
        for (var job : jobs.subList(0, Math.min(MOST, jobs.size()))) {
            if (used.containsKey(job.line())) continue;
            var row = known.computeIfAbsent(job.line(), id -> new QueueRow(session, this, id));
            row.show(job);
            used.put(job.line(), row);
            wanted.add(row);
        }
        known.keySet().retainAll(used.keySet());
        boolean dragging = rows.getChildren().stream().anyMatch(n -> n instanceof QueueRow r && r.isDragged());
        if (!dragging && !rows.getChildren().equals(wanted)) rows.getChildren().setAll(wanted);
        if (jobs.isEmpty()) more.setText(Messages.of("queue.empty"));
        else more.setText(jobs.size() > MOST ? Messages.of("queue.more", jobs.size() - MOST) : "");
        more.setManaged(!more.getText().isEmpty());
        boolean anyFailed = jobs.stream().anyMatch(j -> j.status().hasFailed());
        retry.setVisible(anyFailed);
        clear.setVisible(anyFailed);
    }

    void takeFocus() {
        rows.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
    }

    /** Moves a queued line to another position in the queue. */
    void move(String line, int by) {
        var waiting = new ArrayList<>(session.speech().jobs().stream().filter(j -> j.status().isWaiting()).map(QueuedLine::line).toList());
        int at = waiting.indexOf(line);
        if (at < 0 || by == 0) return;
        waiting.remove(at);
        waiting.add(Math.clamp(at + by, 0, waiting.size()), line);
        session.speech().queue(r -> r.reorder(waiting));
        refresh();
        var row = known.get(line);
        if (row != null) row.requestFocus();
    }

    /** How many rows below a row a point of the scene is. */
    int rowsBetween(QueueRow row, double sceneY) {
        double height = Math.max(1, row.getHeight());
        return (int) Math.round((sceneY - row.localToScene(0, row.getHeight() / 2).getY()) / height);
    }
}
