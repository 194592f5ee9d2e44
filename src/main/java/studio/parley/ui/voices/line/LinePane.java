package studio.parley.ui.voices.line;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import studio.parley.dialogue.Line;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** Everything about the selected line or lines: what has changed, takes, style, delivery, context. */
public final class LinePane extends ScrollPane {
    private final ProjectSession session;
    private final Label title = Controls.label("", "heading");
    private final Label words = Controls.words("", "muted", "small");
    private final Label none = Controls.words(Messages.of("voices.line.none"), "muted", "nothing");
    private final ChangesBox changes;
    private final TakesBox takes;
    private final MoodBox mood;
    private final DeliveryBox delivery;
    private final RetriesBox retries;
    private final ContextBox heard;
    private final VBox all;
    private List<List<String>> reports = List.of();

    public LinePane(ProjectSession session) {
        this.session = session;
        changes = new ChangesBox(session);
        takes = new TakesBox(session);
        mood = new MoodBox(session);
        delivery = new DeliveryBox(new DeliveryScope.OfLines(session, List.of()));
        retries = new RetriesBox(session);
        heard = new ContextBox(session);
        EllipsisTooltip.on(title).setId("line-title");
        words.setMaxHeight(60);
        var how = Controls.label(Messages.of("voices.line.delivery"), "section");
        all = new VBox(new VBox(2, title, words), changes, takes, mood, new VBox(6, how, delivery), retries, heard);
        all.getStyleClass().add("line-pane");
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setId("line-pane");
        sceneProperty().subscribe(s -> refresh());
        session.documentProperty().subscribe(d -> refresh());
        session.selectionProperty().subscribe(s -> refresh());
        session.stalenessProperty().subscribe(s -> refresh());
        session.hearing().heardProperty().subscribe(this::heard);
        session.hearing().findings().versionProperty().subscribe(this::heard);
        session.darkProperty().subscribe(d -> refresh());
    }

    /** Only what was heard in the takes that are shown matters: whatever else is open in the pane stays as it is. */
    private void heard() {
        if (getScene() != null && !reports().equals(reports)) refresh();
    }

    private List<List<String>> reports() {
        var findings = session.hearing().findings();
        var lines = lines(session);
        return lines.size() == 1 ? lines.getFirst().takes().stream().map(t -> findings.of(lines.getFirst(), t)).toList() : List.of();
    }

    /** Hidden content is not kept up to date. */
    private void refresh() {
        if (getScene() == null) return;
        var lines = lines(session);
        setContent(lines.isEmpty() ? none : all);
        if (lines.isEmpty()) return;
        reports = reports();
        var conversation = session.document().conversation();
        title.setText(lines.size() == 1 ? Messages.of("voices.line.title", session.document().indexOf(lines.getFirst().id()) + 1,
                conversation.speaker(lines.getFirst().speaker()).name()) : Messages.of("voices.line.titles", lines.size()));
        words.setText(lines.size() == 1 ? lines.getFirst().text().replace('\n', ' ') : "");
        Visibility.show(!words.getText().isEmpty(), words);
        changes.show(lines);
        takes.show(lines);
        mood.show(lines);
        delivery.show(session, lines);
        retries.show(lines);
        heard.show(lines);
    }

    /** Compares the line's takes. */
    public void compare() {
        takes.compare();
    }

    /** The lines that commands apply to: the selected ones, else the one with the cursor. */
    static List<Line> lines(ProjectSession session) {
        var selected = session.selectedLines();
        return selected.isEmpty() ? session.focusedLine().stream().toList() : selected;
    }
}
