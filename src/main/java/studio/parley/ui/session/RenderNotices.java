package studio.parley.ui.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.parley.problem.Problem;
import studio.parley.studio.project.render.OverlongClip;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices.Remedy;

/** Notifications about rendered lines, each with the step that fixes the problem. JavaFX thread only. */
final class RenderNotices {
    /** Maximum number of line numbers in a notification. */
    private static final int MOST_NAMED = 12;
    private final ProjectSession session;
    private final RenderController speech;
    /** Causes of notifications about failed lines that have not been rendered since. */
    private final Set<String> failures = new HashSet<>();

    RenderNotices(ProjectSession session, RenderController speech) {
        this.session = session;
        this.speech = speech;
    }

    /** Lines that failed for the same reason share a notification. */
    void failed(Problem problem) {
        var cause = "failed: " + problem.getMessage();
        failures.add(cause);
        session.services().notices().trouble(cause, problem, problem instanceof OverlongClip clip
                ? new Remedy(Messages.of("session.cutClip"), () -> speech.cutClip(clip.speaker(), clip.path(), speech::retryFailed))
                : new Remedy(Messages.of("session.tryAgain"), speech::retryFailed));
    }

    /** No failed lines are left, or none of those that had failed. */
    void noneFailed() {
        failures.forEach(session.services().notices()::settled);
        failures.clear();
    }

    /** So many lines were still queued when the project was last open. */
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
