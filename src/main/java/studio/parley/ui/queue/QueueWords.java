package studio.parley.ui.queue;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.parley.dialogue.Line;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.Staleness;
import studio.parley.studio.project.QueuedLine;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Clock;
import studio.parley.ui.kit.Texts;

/** How the queue speaks of itself. */
final class QueueWords {
    private QueueWords() {}

    /** "Line 6 · Ann", or how things stand when nothing is being spoken. */
    static String line(Desk desk, Optional<QueuedLine> running, long waiting, long failed, boolean paused) {
        if (running.isPresent()) return name(desk, running.get().line());
        if (waiting > 0) return Texts.of(paused ? "queue.paused" : "queue.waiting", waiting);
        if (failed > 0) return Texts.of("queue.failed", failed);
        long open = desk.needs().needed().size();
        if (desk.document().lines().stream().noneMatch(Line::isSpoken)) return "";
        boolean checking = desk.stalenessProperty().getValue().values().stream().anyMatch(s -> s instanceof Staleness.Checking);
        if (open == 0 && checking) return Texts.of("queue.checking");
        return open == 0 ? Texts.of("queue.allDone") : Texts.of("queue.open", open);
    }

    /** "Line 6 · Ann". */
    static String name(Desk desk, String id) {
        var line = desk.document().line(id);
        var number = String.valueOf(desk.document().indexOf(id) + 1);
        return line.map(l -> Texts.of("queue.line", number, desk.document().conversation().speaker(l.speaker()).name())).orElse(Texts.of("queue.gone"));
    }

    /** "2 more · 4 s left". */
    static String rest(long waiting, long failed, OptionalDouble left) {
        var out = new StringBuilder();
        if (waiting > 0) out.append(Texts.of("queue.more", waiting));
        if (left.isPresent() && left.getAsDouble() > 0.5) add(out, Texts.of("queue.left", Clock.about(left.getAsDouble())));
        if (failed > 0) add(out, Texts.of("queue.failed", failed));
        return out.toString();
    }

    private static void add(StringBuilder out, String text) {
        if (!out.isEmpty()) out.append(" · ");
        out.append(text);
    }

    /** What a job is doing, for its row. */
    static String status(QueuedLine job) {
        var takes = job.takes() > 1 ? Texts.of("queue.takes", job.made(), job.takes()) + " · " : "";
        return takes + switch (job.status()) {
            case RenderStatus.Waiting w -> job.secondsLeft().isPresent() ? Texts.of("queue.in", Clock.about(job.secondsLeft().getAsDouble())) : Texts.of("queue.waits");
            case RenderStatus.Preparing p -> Texts.of("queue.preparing");
            case RenderStatus.Speaking s -> Texts.of("queue.speaking", Clock.seconds(s.seconds()));
            case RenderStatus.Failed f -> String.valueOf(f.problem().getMessage());
            case RenderStatus.Done d -> Texts.of("queue.done");
            case RenderStatus.Cancelled c -> Texts.of("queue.cancelled");
        };
    }
}
