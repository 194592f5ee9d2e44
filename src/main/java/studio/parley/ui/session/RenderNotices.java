package studio.parley.ui.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.render.OverlongClip;
import studio.parley.studio.project.render.QueuedLine;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices.Remedy;

/** Notifications about rendered lines, each with the step that fixes the problem. JavaFX thread only. */
final class RenderNotices {
    /** Maximum number of line numbers in a notification. */
    private static final int MOST_NAMED = 12;
    private static final String OFFERED = "offered";
    private final ProjectSession session;
    private final RenderController speech;
    /** Of lines that have failed: what they were rendered from, by line. */
    private final Map<String, Basis> failed = new HashMap<>();
    /** The current notifications about failed lines. */
    private Set<String> causes = Set.of();

    /** What the user can change about a line that has failed: the line, its context, and the voices in it. */
    private record Basis(Optional<Line> line, ContextSelection context, VoiceInputs voices) {
        static Basis of(Document document, String id, VoiceInputs voices) {
            return new Basis(document.line(id), document.decoration(id).listening(), voices);
        }
    }

    RenderNotices(ProjectSession session, RenderController speech) {
        this.session = session;
        this.speech = speech;
    }

    /** Lines that failed for the same reason share a notification. */
    void failed(String line, Problem problem) {
        failed.put(line, Basis.of(session.document(), line, VoiceInputs.of(session.document())));
        session.services().notices().trouble(cause(problem), problem, problem instanceof OverlongClip clip
                ? new Remedy(Messages.of("session.cutClip"), () -> speech.cutClip(clip.speaker(), clip.path(), speech::retryFailed))
                : new Remedy(Messages.of("session.tryAgain"), speech::retryFailed));
    }

    private static String cause(Problem problem) {
        // Its sentence names the line, and the clip is in the way of many.
        return "failed: " + (problem instanceof OverlongClip clip ? clip.speaker() + " " + clip.path() : problem.getMessage());
    }

    /** Failed lines of which something has been changed since. */
    List<String> mended() {
        if (failed.isEmpty()) return List.of();
        var document = session.document();
        var voices = VoiceInputs.of(document);
        return failed.entrySet().stream().filter(e -> !e.getValue().equals(Basis.of(document, e.getKey(), voices))).map(Map.Entry::getKey).toList();
    }

    /** The queue has changed: notifications without a line that is about them disappear. */
    void changed(List<QueuedLine> jobs, List<String> offered) {
        var now = new HashSet<String>();
        var lines = new HashSet<String>();
        for (var job : jobs) if (job.status() instanceof RenderStatus.Failed f) {
            now.add(cause(f.problem()));
            lines.add(job.line());
        }
        failed.keySet().retainAll(lines);
        causes.stream().filter(c -> !now.contains(c)).forEach(session.services().notices()::settled);
        causes = now;
        if (jobs.stream().map(QueuedLine::line).collect(Collectors.toSet()).containsAll(offered)) session.services().notices().settled(OFFERED);
    }

    /** The project is closed. */
    void close() {
        causes.forEach(session.services().notices()::settled);
        session.services().notices().settled(OFFERED);
    }

    /** So many lines were still queued when the project was last open. */
    void offered(int lines, Runnable restore) {
        session.services().notices().warn(OFFERED, Messages.of("session.offered", lines), new Remedy(Messages.of("session.carryOn"), restore));
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
