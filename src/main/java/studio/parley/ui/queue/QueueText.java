package studio.parley.ui.queue;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Line;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.project.render.QueuedLine;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** The texts of the queue. */
final class QueueText {
    private QueueText() {}

    /** "Line 6 · Ann", or the state of the queue if nothing is being rendered. */
    static String line(ProjectSession session, Optional<QueuedLine> running, long waiting, long failed, boolean paused) {
        if (running.isPresent()) return name(session, running.get().line());
        if (waiting > 0) return Messages.of(paused ? "queue.paused" : "queue.waiting", waiting);
        if (failed > 0) return Messages.of("queue.failed", failed);
        long open = session.needs().needed().size();
        if (session.document().lines().stream().noneMatch(Line::isSpoken)) return "";
        boolean checking = session.stalenessProperty().getValue().values().stream().anyMatch(s -> s instanceof Staleness.Checking);
        if (open == 0 && checking) return Messages.of("queue.checking");
        return open == 0 ? Messages.of("queue.allDone") : Messages.of("queue.open", open);
    }

    /** "Line 6 · Ann". */
    static String name(ProjectSession session, String id) {
        var line = session.document().line(id);
        var number = String.valueOf(session.document().indexOf(id) + 1);
        return line.map(l -> Messages.of("queue.line", number, session.document().conversation().speaker(l.speaker()).name())).orElse(Messages.of("queue.gone"));
    }

    /** "Checking the words of 12 takes"; nothing for none. */
    static String hearing(int takes) {
        return Messages.of("queue.hearing", takes);
    }

    /** "2 more · 4 s left". */
    static String rest(long waiting, long failed, OptionalDouble left) {
        var out = new StringBuilder();
        if (waiting > 0) out.append(Messages.of("queue.more", waiting));
        if (left.isPresent() && left.getAsDouble() > 0.5) add(out, Messages.of("queue.left", TimeFormat.about(left.getAsDouble())));
        if (failed > 0) add(out, Messages.of("queue.failed", failed));
        return out.toString();
    }

    private static void add(StringBuilder out, String text) {
        if (!out.isEmpty()) out.append(" · ");
        out.append(text);
    }

    /** The state of a job, for its row. */
    static String status(QueuedLine job) {
        var takes = job.takes() > 1 ? Messages.of("queue.takes", job.made(), job.takes()) + " · " : "";
        return takes + switch (job.status()) {
            case RenderStatus.Waiting w -> job.secondsLeft().isPresent() ? Messages.of("queue.in", TimeFormat.about(job.secondsLeft().getAsDouble())) : Messages.of("queue.waits");
            case RenderStatus.Preparing p -> Messages.of("queue.preparing");
            case RenderStatus.Speaking s -> Messages.of("queue.speaking", TimeFormat.seconds(s.seconds()));
            case RenderStatus.Failed f -> String.valueOf(f.problem().getMessage());
        };
    }
}
