package studio.parley.ui.voices.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.studio.project.LineIssues.Issue;
import studio.parley.studio.project.LineIssues.Reason;
import studio.parley.studio.timing.Collisions;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** The list of lines that need attention, each with its reasons; selecting one selects the line. */
public final class ChecksPane extends VBox {
    private final ProjectSession session;
    private final ListView<Issue> list = new ListView<>();
    private final Button retake = new Button();
    private final Label help = Controls.words("", "subtle", "small");
    private boolean showing;

    /** Empty unless both have a key. */
    private String keys() {
        var commands = session.services().commands();
        var next = commands.key("checks.next");
        var previous = commands.key("checks.previous");
        return next.isEmpty() || previous.isEmpty() ? "" : Messages.of("voices.checks.keys", next.get().getDisplayText(), previous.get().getDisplayText());
    }

    public ChecksPane(ProjectSession session, Checks checks) {
        this.session = session;
        getStyleClass().add("checks-pane");
        list.setId("checks");
        list.getStyleClass().add("checks");
        list.setAccessibleText(Messages.of("voices.checks"));
        list.setCellFactory(v -> new Cell());
        var calm = Controls.words(Messages.of("voices.checks.none"), "muted", "nothing");
        list.setPlaceholder(calm);
        VBox.setVgrow(list, Priority.ALWAYS);
        retake.setId("retake-flagged");
        retake.getStyleClass().addAll("small");
        retake.setOnAction(e -> session.services().commands().run("checks.retake"));
        help.setText(keys());
        var cast = new VBox(4);
        cast.setId("cast-findings");
        checks.castProperty().subscribe(found -> {
            cast.getChildren().setAll(found.stream().map(f -> Controls.words(f.sentence(), "small", "wary")).toList());
            Visibility.show(!found.isEmpty(), cast);
        });
        getChildren().addAll(new HBox(8, retake), cast, list, help);
        list.getSelectionModel().selectedItemProperty().subscribe(issue -> {
            if (issue != null && !showing) checks.visit(issue);
        });
        checks.issuesProperty().subscribe(found -> show(found, checks.flagged().size()));
        session.selectionProperty().subscribe(s -> follow());
    }

    private void show(List<Issue> found, int flagged) {
        showing = true;
        list.getItems().setAll(found);
        showing = false;
        retake.setText(Messages.of("voices.checks.retake", flagged));
        Visibility.show(flagged > 0, retake);
        help.setVisible(!found.isEmpty());
        follow();
    }

    /** Marks the issue of the line with the cursor. */
    private void follow() {
        showing = true;
        var here = session.focusedLine().map(l -> l.id()).orElse("");
        var items = list.getItems();
        int at = 0;
        while (at < items.size() && !items.get(at).line().equals(here)) at++;
        if (at < items.size()) {
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(at);
        } else {
            list.getSelectionModel().clearSelection();
        }
        showing = false;
    }

    /** A reason as text. */
    private String words(Issue issue, Reason reason) {
        return switch (reason) {
            case Reason.Missing m -> Messages.of("voices.check.missing");
            case Reason.SoundMissing m -> Messages.of("voices.check.sound");
            case Reason.Stale(var causes) -> Messages.of("voices.check.stale", causes.stream()
                    .map(c -> Messages.of("voices.cause." + c.name().toLowerCase(Locale.ROOT))).collect(Collectors.joining(", ")));
            case Reason.StaleUpstream(var lines) -> upstream(lines);
            case Reason.Check(var found) -> found;
            case Reason.OtherVoice(var finding) -> finding.sentence();
            case Reason.Words heard -> String.join(" ", heard.sentences());
            case Reason.SpeaksTwice(var other, var millis) -> twice(issue, other, millis);
            case Reason.Flagged f -> Messages.of("voices.check.flagged");
            case Reason.NoReference n -> Messages.of("voices.check.voiceless");
            case Reason.Unsayable(var characters) -> Messages.of("voices.check.unsayable", characters);
            case Reason.ReferenceMissing(var path) -> Messages.of("voices.check.reference", path.substring(path.lastIndexOf('/') + 1));
        };
    }

    private String twice(Issue issue, String other, long millis) {
        var document = session.document();
        var speaker = document.line(issue.line()).map(l -> document.conversation().speaker(l.speaker()).name()).orElse("");
        return Messages.of("voices.check.twice", speaker, document.indexOf(other) + 1, issue.number(),
                millis < 100 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0));
    }

    /** The action that fixes a reason, if there is one. */
    private Optional<Button> step(Issue issue, Reason reason) {
        if (!(reason instanceof Reason.SpeaksTwice)) return Optional.empty();
        var apart = new Button(Messages.of("voices.check.apart"));
        apart.setId("move-apart");
        apart.getStyleClass().add("small");
        apart.setOnAction(e -> session.edit(Collisions.apart(List.of(issue.line()))));
        return Optional.of(apart);
    }

    private String upstream(List<String> lines) {
        var numbers = lines.stream().map(session.document()::indexOf).filter(i -> i >= 0).map(i -> String.valueOf(i + 1)).toList();
        return numbers.isEmpty() ? Messages.of("voices.check.upstream.gone") : Messages.of("voices.check.upstream", String.join(", ", numbers), numbers.size());
    }

    private static String style(Reason reason) {
        return reason instanceof Reason.Stale || reason instanceof Reason.SoundMissing || reason instanceof Reason.ReferenceMissing ? "bad" : "wary";
    }

    private final class Cell extends ListCell<Issue> {
        /** As high as its sentences are at this width; a list cell alone would request one row each. */
        @Override
        protected double computePrefHeight(double width) {
            if (width <= 0 || !(getGraphic() instanceof VBox box)) return super.computePrefHeight(width);
            return snappedTopInset() + box.prefHeight(width - snappedLeftInset() - snappedRightInset()) + snappedBottomInset();
        }

        @Override
        protected void updateItem(Issue issue, boolean empty) {
            super.updateItem(issue, empty);
            setText(null);
            var line = issue == null || empty ? null : session.document().line(issue.line()).orElse(null);
            setGraphic(null);
            if (line == null) return;
            var speaker = session.document().conversation().speaker(line.speaker()).name();
            var title = EllipsisTooltip.on(Controls.label(Messages.of("voices.line.title", issue.number(), speaker), "heading"));
            var text = Controls.label(line.text().replace('\n', ' '), "muted", "small");
            var box = new VBox(2, title, text);
            for (var reason : issue.reasons()) {
                box.getChildren().add(Controls.words(words(issue, reason), "small", style(reason)));
            }
            issue.reasons().stream().flatMap(r -> step(issue, r).stream()).findFirst().ifPresent(box.getChildren()::add);
            setAccessibleText(title.getText() + ": " + issue.reasons().stream().map(r -> words(issue, r)).collect(Collectors.joining("; ")));
            box.setMinWidth(0);
            box.setPrefWidth(1);
            setGraphic(box);
        }
    }
}
