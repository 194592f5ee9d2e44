package studio.parley.studio.project.render;

import java.util.ArrayList;
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
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.project.ModelDefaults;

/** Adds finished takes to the document. Belongs to the thread that owns the project. */
record TakeIntake(Project project, ModelDefaults defaults, Consumer<Problem> trouble) {
    /** The result, and a future for when not even a crash can undo it. */
    record Arrived(RenderingEvent.Arrived event, CompletableFuture<Void> durable) {}

    /**
     * Of several takes the best one is added last, so that it is used. A chosen take that has become stale is replaced,
     * as a step that can be undone; one that is up to date stays chosen.
     */
    Arrived take(String line, LineRenderer.Outcome.Spoken spoken) {
        boolean gives = isStalePick(line);
        var before = new HashSet<>(ids(line));
        var durable = CompletableFuture.<Void>completedFuture(null);
        for (var take : bestLast(spoken)) durable = project.arrive(new TakeAdded(line, take, Optional.of(spoken.hearing())));
        if (gives) durable = project.edit(TakeEdits.choose(line, Optional.empty()));
        var fresh = ids(line).stream().filter(id -> !before.contains(id)).toList();
        return new Arrived(new RenderingEvent.Arrived(line, fresh, spoken.seconds()), durable.whenComplete((done, refused) -> {
            if (refused != null) trouble.accept(problem(refused));
        }));
    }

    private static List<Take> bestLast(LineRenderer.Outcome.Spoken spoken) {
        var sorted = new ArrayList<>(spoken.takes());
        sorted.add(sorted.remove(spoken.best()));
        return sorted;
    }

    private boolean isStalePick(String id) {
        var document = project.document();
        return document.line(id).filter(l -> l.chosen().isPresent() && !document.decoration(id).locked())
                .filter(l -> !(Staleness.of(document, l, defaults.delivery(), defaults.model()) instanceof Staleness.Fresh)).isPresent();
    }

    private List<String> ids(String line) {
        return project.document().line(line).stream().flatMap(l -> l.takes().stream()).map(Take::id).toList();
    }

    private static Problem problem(Throwable refused) {
        var cause = refused instanceof java.util.concurrent.CompletionException c && c.getCause() != null ? c.getCause() : refused;
        return cause instanceof Problem p ? p
                : Problem.disk("A finished take could not be written to the project. Save a copy of the project elsewhere.", cause);
    }
}
