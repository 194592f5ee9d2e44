package studio.parley.studio.project;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import studio.parley.dialogue.Take;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;

/** Puts finished takes into the document. Belongs to the thread that owns the project. */
final class TakeIntake {
    /** What happened, and a future for when not even a crash can undo it. */
    record Arrived(RenderingEvent.Arrived event, CompletableFuture<Void> durable) {}

    private final Project project;
    private final ModelDefaults defaults;
    private final Consumer<Problem> trouble;

    TakeIntake(Project project, ModelDefaults defaults, Consumer<Problem> trouble) {
        this.project = project;
        this.defaults = defaults;
        this.trouble = trouble;
    }

    /**
     * Of several takes the one with the fewest findings arrives last, so that it sounds. A picked take that had become stale gives
     * way, as a step that can be undone; one that is as it would be made now stays picked.
     */
    Arrived take(RenderBatch job, List<Take> takes) {
        boolean gives = isStalePick(job.line);
        var before = new HashSet<>(ids(project.document(), job.line));
        var durable = CompletableFuture.<Void>completedFuture(null);
        for (var take : RenderBatch.bestLast(takes)) durable = project.arrive(new TakeAdded(job.line, take, Optional.ofNullable(job.hearing())));
        if (gives) durable = project.edit(TakeEdits.choose(job.line, Optional.empty()));
        var ids = ids(project.document(), job.line).stream().filter(id -> !before.contains(id)).toList();
        return new Arrived(new RenderingEvent.Arrived(job.line, ids, job.worked()), durable.whenComplete((done, refused) -> {
            if (refused != null) trouble.accept(problem(refused));
        }));
    }

    private boolean isStalePick(String id) {
        var document = project.document();
        return document.line(id).filter(l -> l.chosen().isPresent() && !document.decoration(id).locked())
                .filter(l -> !(Staleness.of(document, l, defaults.delivery(), defaults.model()) instanceof Staleness.Fresh)).isPresent();
    }

    private static List<String> ids(Document document, String line) {
        return document.line(line).stream().flatMap(l -> l.takes().stream()).map(Take::id).toList();
    }

    private static Problem problem(Throwable refused) {
        var cause = refused instanceof java.util.concurrent.CompletionException c && c.getCause() != null ? c.getCause() : refused;
        return cause instanceof Problem p ? p
                : Problem.disk("A finished take could not be written into the project (" + cause + "). Save a copy.", cause);
    }
}
