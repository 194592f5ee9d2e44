package studio.parley.studio.project.render;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.dialogue.Line;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.speech.text.LongText;
import studio.parley.studio.ReferenceAdvice;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderEventListener;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.settings.AppDirectories;

/**
 * Renders what a project lacks, from start to end, without a window: the caller's thread owns the project.
 *
 * @param finished what parts on several machines have rendered, if there are any
 */
public record RenderProject(Project project, LoadedModel model, AppDirectories directories, Ears ears, RenderEventListener watcher, Optional<FinishedLines> finished) {
    /** Which lines are rendered: those without a take and changed ones; also those whose context has changed; all. */
    public enum Which { NEEDED, AFFECTED, ALL }

    /** Everything is rendered here. */
    public RenderProject(Project project, LoadedModel model, AppDirectories directories, Ears ears, RenderEventListener watcher) {
        this(project, model, directories, ears, watcher, Optional.empty());
    }

    /**
     * Renders lines without a take and changed ones; locked lines never.
     *
     * @param which other lines to render
     * @param notices for people
     * @return 0: everything was rendered
     * @throws CancellationException if {@link Cancellation} requests it; finished takes are in the project, the rest stays queued there
     * @throws Problem if a line is too long for the model, before any is rendered; if others could not be rendered, after all the rest were
     */
    public int run(Which which, int takes, Consumer<String> notices) {
        project.requireWritable();
        var wanted = wanted(which, notices);
        checkRoom(wanted);
        if (wanted.isEmpty()) {
            notices.accept("Every line has a take; there is nothing to do.");
            return 0;
        }
        tellReferences(notices);
        var document = project.document();
        var reading = model.speech().info().reading();
        for (var id : wanted) reading.notice("Line " + (document.indexOf(id) + 1), document.spokenText(line(id))).ifPresent(notices);
        speak(wanted, takes);
        return 0;
    }

    /** The lines that {@link #run} would render, in the order of the script; the notices say which others are stale. */
    public List<String> wanted(Which which, Consumer<String> notices) {
        var document = project.document();
        var spoken = document.lines().stream().filter(Line::isSpoken).toList();
        var locked = spoken.stream().filter(l -> document.decoration(l.id()).locked()).toList();
        if (which == Which.ALL && !locked.isEmpty()) notices.accept(locked.size() + (locked.size() == 1 ? " locked line was" : " locked lines were") + " skipped.");
        long lost = locked.stream().filter(l -> l.sounding().filter(t -> !project.clipStore().isWhole(t.clip())).isPresent()).count();
        if (lost > 0) notices.accept(lost + (lost == 1 ? " locked line has" : " locked lines have") + " no audio file. Unlock to render again.");
        var needs = DependentLines.needs(project, ModelDefaults.of(model));
        var affected = DependentLines.with(document, needs);
        if (which == Which.NEEDED) tellAffected(affected.size() - needs.needed().size(), notices);
        return switch (which) {
            case NEEDED -> needs.needed();
            case AFFECTED -> affected;
            case ALL -> spoken.stream().filter(l -> !document.decoration(l.id()).locked()).map(Line::id).toList();
        };
    }

    /** Renders some of these lines, as {@link #run} does. */
    public void speak(List<String> wanted, int takes) {
        long begin = System.nanoTime();
        var run = new RenderRun(project, model, directories, watcher, at -> OptionalInt.empty());
        run.begin(wanted, project.folder().root());
        var heard = ears.areOn() ? Optional.of(HeardTakes.of(project.folder(), directories, 1)) : Optional.<HeardTakes>empty();
        run.speak(wanted, takes, new RenderQueue.Mode(RenderQueue.rows(takes), 0, false, false).hearing(() -> heard, ears.retries()).with(finished));
        project.save().join();
        watcher.on(new RenderEvent.Finished(project.folder().root(), run.seconds(), (System.nanoTime() - begin) / 1e9, List.of(), 1));
        var problems = run.problems();
        if (!problems.isEmpty()) throw new Problem(problems.getFirst().kind(), problems.size() + " of " + wanted.size()
                + " lines could not be rendered. Fix the problems above and run the same command again.", problems.getFirst());
    }

    /** Good takes need no work; but a notice says that their context has changed, and how to render them. */
    private static void tellAffected(int left, Consumer<String> notices) {
        if (left > 0) notices.accept(left + (left == 1 ? " line keeps a take that was rendered from" : " lines keep takes that were rendered from")
                + " earlier takes that have changed since. Use --affected to render " + (left == 1 ? "it" : "them") + " too.");
    }

    /** Throws if a line is too long for the model. */
    public void checkRoom(List<String> ids) {
        var document = project.document();
        var budgets = new ContextBudgets(model, project.folder());
        for (var id : ids) {
            if (LongText.fits(document.spokenText(line(id)))) continue;
            budgets.obstacle(document, id).ifPresent(p -> {
                throw p;
            });
        }
    }

    private void tellReferences(Consumer<String> notices) {
        for (var speaker : project.document().conversation().speakers()) {
            for (var reference : speaker.references()) {
                var file = project.folder().reference(reference.path());
                if (Files.isRegularFile(file)) ReferenceAdvice.on(file, AudioFiles.read(file)).forEach(notices);
            }
        }
    }

    private Line line(String id) {
        return project.document().line(id).orElseThrow();
    }
}
