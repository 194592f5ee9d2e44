package studio.parley.ui.voices.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.likeness.CastFinding;
import studio.parley.studio.project.LineIssues;
import studio.parley.studio.project.LineIssues.Issue;
import studio.parley.studio.project.LineIssues.Reason;
import studio.parley.studio.transcription.WordFinding;
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
    private WordsShower show = (line, from, to) -> { };
    private Optional<Stop> visited = Optional.empty();
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

    /** The handler of words to be selected in the line that is shown. */
    public void onWords(WordsShower shower) {
        show = shower;
    }

    /** Selects words of a line. */
    public interface WordsShower {
        void show(String line, int from, int to);
    }

    /** One step: a line, and the words it is about, if it is about words. */
    private record Stop(String line, Optional<WordFinding> words) {}

    /** Goes to the next or previous words or line that need attention. */
    public void go(boolean forwards) {
        var here = session.focusedLine().map(Line::id).orElse("");
        var stops = issues.get().stream().filter(i -> i.line().equals(here)).findFirst().map(Checks::stops).orElse(List.of());
        int within = visited.map(stops::indexOf).orElse(-1) + (forwards ? 1 : -1);
        boolean goesOn = visited.filter(stops::contains).isPresent() && within >= 0 && within < stops.size();
        var next = goesOn ? Optional.of(stops.get(within)) : elsewhere(here, forwards);
        next.ifPresent(this::visit);
    }

    private Optional<Stop> elsewhere(String here, boolean forwards) {
        return forwards ? LineIssues.next(issues.get(), session.document(), here).map(i -> stops(i).getFirst())
                : LineIssues.previous(issues.get(), session.document(), here).map(i -> stops(i).getLast());
    }

    private static List<Stop> stops(Issue issue) {
        var words = issue.reasons().stream().flatMap(r -> r instanceof Reason.Words w ? w.findings().stream() : Stream.empty())
                .map(f -> new Stop(issue.line(), Optional.of(f))).toList();
        return words.isEmpty() ? List.of(new Stop(issue.line(), Optional.empty())) : words;
    }

    /** Selects the line of an issue, and the first words it is about. */
    void visit(Issue issue) {
        visit(stops(issue).getFirst());
    }

    private void visit(Stop stop) {
        session.select(Selection.of(stop.line()));
        visited = Optional.of(stop);
        stop.words().ifPresent(w -> show.show(stop.line(), w.from(), w.to()));
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
            // The document has changed meanwhile: numbers about the previous one would be seen for a moment.
            if (!again) {
                cast.set(found.cast());
                issues.set(found.issues());
            }
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
