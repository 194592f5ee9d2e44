package studio.parley.ui.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.parley.problem.Problem;
import studio.parley.studio.project.render.OverlongClip;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices.Remedy;

/** What is said about lines that are rendered, each with the step that mends it. JavaFX thread only. */
final class RenderNotices {
    /** Numbers of lines in a notice. */
    private static final int MOST_NAMED = 12;
    private final ProjectSession session;
    private final RenderController speech;
    /** Causes of notices about lines that failed and have not been rendered since. */
    private final Set<String> failures = new HashSet<>();

    RenderNotices(ProjectSession session, RenderController speech) {
        this.session = session;
        this.speech = speech;
    }

    /** Lines that failed for one reason have one notice. */
    void failed(Problem problem) {
        var cause = "failed: " + problem.getMessage();
        failures.add(cause);
        session.services().notices().trouble(cause, problem, problem instanceof OverlongClip clip
                ? new Remedy(Messages.of("session.cutClip"), () -> speech.cutClip(clip.speaker(), clip.path(), speech::retryFailed))
                : new Remedy(Messages.of("session.tryAgain"), speech::retryFailed));
    }

    /** No line has failed any more, or none is left of those that had. */
    void noneFailed() {
        failures.forEach(session.services().notices()::settled);
        failures.clear();
    }

    /** So many lines still waited when the project was last open. */
    void offered(int lines, Runnable restore) {
        session.services().notices().warn(Messages.of("session.offered", lines), new Remedy(Messages.of("session.carryOn"), restore));
    }

    /** Lines that are not rendered because they are locked. */
    void locked(List<String> lines) {
        if (!lines.isEmpty()) session.services().notices().info(Messages.of("session.locked", numbers(lines)));
    }

    private String numbers(List<String> lines) {
        return lines.stream().limit(MOST_NAMED).map(id -> String.valueOf(session.document().indexOf(id) + 1)).collect(Collectors.joining(", "))
                + (lines.size() > MOST_NAMED ? ", \u2026" : "");
    }
}
