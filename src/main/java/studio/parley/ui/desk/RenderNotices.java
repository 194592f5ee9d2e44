package studio.parley.ui.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.parley.problem.Problem;
import studio.parley.studio.project.LongClip;
import studio.parley.ui.kit.Notices.Remedy;
import studio.parley.ui.kit.Texts;

/** What is said about lines that are rendered, each with the step that mends it. JavaFX thread only. */
final class RenderNotices {
    /** Numbers of lines in a notice. */
    private static final int MOST_NAMED = 12;
    private final Desk desk;
    private final Speech speech;
    /** Causes of notices about lines that failed and have not been rendered since. */
    private final Set<String> failures = new HashSet<>();

    RenderNotices(Desk desk, Speech speech) {
        this.desk = desk;
        this.speech = speech;
    }

    /** Lines that failed for one reason have one notice. */
    void failed(Problem problem) {
        var cause = "failed: " + problem.getMessage();
        failures.add(cause);
        desk.tools().notices().trouble(cause, problem, problem instanceof LongClip clip
                ? new Remedy(Texts.of("desk.cutClip"), () -> speech.cutClip(clip.speaker(), clip.path(), speech::retryFailed))
                : new Remedy(Texts.of("desk.tryAgain"), speech::retryFailed));
    }

    /** No line has failed any more, or none is left of those that had. */
    void noneFailed() {
        failures.forEach(desk.tools().notices()::settled);
        failures.clear();
    }

    /** So many lines still waited when the project was last open. */
    void offered(int lines, Runnable restore) {
        desk.tools().notices().warn(Texts.of("desk.offered", lines), new Remedy(Texts.of("desk.carryOn"), restore));
    }

    /** Lines that are not rendered because they are locked. */
    void locked(List<String> lines) {
        if (!lines.isEmpty()) desk.tools().notices().info(Texts.of("desk.locked", numbers(lines)));
    }

    private String numbers(List<String> lines) {
        return lines.stream().limit(MOST_NAMED).map(id -> String.valueOf(desk.document().indexOf(id) + 1)).collect(Collectors.joining(", "))
                + (lines.size() > MOST_NAMED ? ", \u2026" : "");
    }
}
