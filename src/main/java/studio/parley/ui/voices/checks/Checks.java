package studio.parley.ui.voices.checks;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.parley.studio.document.Selection;
import studio.parley.studio.project.Issues;
import studio.parley.studio.project.Issues.Issue;
import studio.parley.studio.project.Issues.Reason;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Command;
import studio.parley.ui.kit.FxThread;

/**
 * The lines that need somebody's attention, found anew off the JavaFX thread after every change. Lines that simply were not
 * rendered yet, heard a take that has changed, or whose speaker has no clip, are no issue by that alone. JavaFX thread only.
 */
public final class Checks {
    private final Desk desk;
    private final ReadOnlyObjectWrapper<List<Issue>> issues = new ReadOnlyObjectWrapper<>(List.of());
    private boolean looking;
    private boolean again;

    public Checks(Desk desk) {
        this.desk = desk;
        desk.documentProperty().subscribe(d -> look());
        desk.stalenessProperty().subscribe(s -> look());
    }

    public ReadOnlyObjectProperty<List<Issue>> issuesProperty() {
        return issues.getReadOnlyProperty();
    }

    /** F8 and Shift+F8. */
    public void register() {
        desk.tools().commands().add(
                Command.of("checks.next", "F8", () -> go(true)),
                Command.of("checks.previous", "Shift+F8", () -> go(false)),
                Command.of("checks.retake", "Shortcut+F8", this::retake));
    }

    /** Selects the next or previous line that needs attention. */
    public void go(boolean forwards) {
        var here = desk.focusedLine().map(l -> l.id()).orElse("");
        var found = forwards ? Issues.next(issues.get(), desk.document(), here) : Issues.previous(issues.get(), desk.document(), here);
        found.ifPresent(i -> desk.select(Selection.of(i.line())));
    }

    /** Lines whose take a check or a listener objects to: what "retake" means. */
    List<String> flagged() {
        return issues.get().stream().filter(i -> i.reasons().stream().anyMatch(r -> r instanceof Reason.Check || r instanceof Reason.Flagged))
                .map(Issue::line).filter(l -> !desk.document().decoration(l).locked()).toList();
    }

    /** Three more takes of every flagged line; the one with the fewest findings sounds. */
    void retake() {
        var lines = flagged();
        if (!lines.isEmpty()) desk.speech().render(lines, 3);
    }

    private void look() {
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        again = false;
        var document = desk.document();
        var folder = desk.project().folder();
        var defaults = desk.speech().defaults();
        var before = issues.get();
        FxThread.work(() -> {
            var now = Issues.in(document, folder, defaults).stream().map(Checks::serious).filter(i -> !i.reasons().isEmpty()).toList();
            return now.equals(before) ? before : now;
        }, found -> {
            issues.set(found);
            ended();
        }, thrown -> {
            desk.tools().notices().trouble(thrown);
            ended();
        });
    }

    private void ended() {
        looking = false;
        if (again) look();
    }

    private static Issue serious(Issue issue) {
        return new Issue(issue.line(), issue.number(), issue.reasons().stream()
                .filter(r -> !(r instanceof Reason.Missing || r instanceof Reason.NoReference || r instanceof Reason.StaleUpstream)).toList());
    }
}
