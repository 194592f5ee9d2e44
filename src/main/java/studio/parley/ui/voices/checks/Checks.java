package studio.parley.ui.voices.checks;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.likeness.CastFinding;
import studio.parley.studio.project.LineIssues;
import studio.parley.studio.project.LineIssues.Issue;
import studio.parley.studio.project.LineIssues.Reason;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.ProjectSession;

/**
 * The lines that need attention, updated off the JavaFX thread after every change. Lines that are just not rendered yet, or with a changed
 * context, or whose speaker has no clip, do not count as issues for that reason alone. JavaFX thread only.
 */
public final class Checks {
    private static final String CAUSE = "checks";
    private final ProjectSession session;
    private final ReadOnlyObjectWrapper<List<Issue>> issues = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<CastFinding>> cast = new ReadOnlyObjectWrapper<>(List.of());
    private boolean looking;
    private boolean again;

    public Checks(ProjectSession session) {
        this.session = session;
        session.documentProperty().subscribe(d -> look());
        session.stalenessProperty().subscribe(s -> look());
        session.hearing().heardProperty().subscribe(n -> look());
    }

    public ReadOnlyObjectProperty<List<Issue>> issuesProperty() {
        return issues.getReadOnlyProperty();
    }

    /** What is wrong with the voices of the cast. */
    public ReadOnlyObjectProperty<List<CastFinding>> castProperty() {
        return cast.getReadOnlyProperty();
    }

    /** F8 and Shift+F8. */
    public void register() {
        session.services().commands().add(
                Command.of("checks.next", "F8", () -> go(true)),
                Command.of("checks.previous", "Shift+F8", () -> go(false)),
                Command.of("checks.retake", "Shortcut+F8", this::retake));
    }

    /** Selects the next or previous line that needs attention. */
    public void go(boolean forwards) {
        var here = session.focusedLine().map(l -> l.id()).orElse("");
        var found = forwards ? LineIssues.next(issues.get(), session.document(), here) : LineIssues.previous(issues.get(), session.document(), here);
        found.ifPresent(i -> session.select(Selection.of(i.line())));
    }

    /** Lines whose take a check or a listener has flagged: those that "retake" applies to. */
    List<String> flagged() {
        return issues.get().stream().filter(i -> i.reasons().stream().anyMatch(r -> r instanceof Reason.Check || r instanceof Reason.Words || r instanceof Reason.OtherVoice || r instanceof Reason.Flagged))
                .map(Issue::line).filter(l -> !session.document().decoration(l).locked()).toList();
    }

    /** Three more takes of every flagged line; the one with the fewest issues is used. */
    void retake() {
        var lines = flagged();
        if (!lines.isEmpty()) session.speech().render(lines, 3);
    }

    private void look() {
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        again = false;
        var document = session.document();
        var folder = session.project().folder();
        var defaults = session.speech().defaults();
        var before = issues.get();
        var heard = session.hearing().takes();
        FxThread.work(() -> {
            var now = LineIssues.in(document, folder, defaults, heard).stream().map(Checks::serious).filter(i -> !i.reasons().isEmpty()).toList();
            return new Found(now.equals(before) ? before : now, heard.voices().map(v -> v.in(document).cast()).orElse(List.of()));
        }, found -> {
            session.services().notices().attempt(CAUSE).succeeded();
            issues.set(found.issues());
            cast.set(found.cast());
            ended();
        }, thrown -> {
            session.services().notices().attempt(CAUSE).failed(thrown);
            ended();
        });
    }

    private record Found(List<Issue> issues, List<CastFinding> cast) {}

    private void ended() {
        looking = false;
        if (again) look();
    }

    private static Issue serious(Issue issue) {
        return new Issue(issue.line(), issue.number(), issue.reasons().stream()
                .filter(r -> !(r instanceof Reason.Missing || r instanceof Reason.NoReference || r instanceof Reason.StaleUpstream)).toList());
    }
}
