package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderedTake;
import studio.parley.render.Renderer;
import studio.parley.render.SeedDerivation;
import studio.parley.render.Utterance;
import studio.parley.speech.ContextWindow.Fit;
import studio.parley.speech.text.DurationEstimate;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/** The worker's side of rendering: renders lines of a document, and owns the renderer. One thread. */
final class LineRenderer {
    /** The takes of a line as it is in a document; {@code together} if they are made as part of a batch, even if it is the only one. */
    record Batch(Document document, Line line, List<Long> seeds, boolean together) {}

    private final LoadedModel model;
    private final ProjectFolder folder;
    private final AppDirectories directories;
    private final RenderQueue.Mode mode;
    private final ReferenceCodes references;
    private boolean marked;
    private @Nullable Renderer renderer;
    private @Nullable WatermarkApplier marking;
    private @Nullable TakeEars ears;

    LineRenderer(LoadedModel model, ProjectFolder folder, AppDirectories directories, RenderQueue.Mode mode) {
        this.model = model;
        this.folder = folder;
        this.directories = directories;
        this.mode = mode;
        this.references = new ReferenceCodes(model, folder, directories);
    }

    /** A batch to be rendered, and who hears of it. */
    record Task(Batch batch, RenderListener listener) {}

    /** A line to be rendered, whose takes are called {@code recipe} among the finished lines, if there are any. */
    private record Ready(Task task, LineOffer offer, Fit fit, Optional<String> recipe) {
        Utterance utterance() {
            return new Utterance(offer.prompt(), fit, task.listener());
        }

        double expected() {
            return DurationEstimate.seconds(task.batch().line().text());
        }
    }

    /**
     * Renders batches of a document, of lines that do not hear each other, at once if possible, and adds their takes to the project's clip
     * store, unless they are cancelled. Throws nothing.
     */
    List<Outcome> outcomes(List<Task> tasks) {
        var outcomes = new IdentityHashMap<Task, Outcome>();
        var ready = new ArrayList<Ready>();
        for (var task : tasks) prepare(task, ready).ifPresent(o -> outcomes.put(task, o));
        while (!ready.isEmpty()) {
            var first = ready.removeFirst();
            var lines = new ArrayList<>(List.of(first));
            ready.stream().filter(r -> r.utterance().goesWith(first.utterance())).forEach(lines::add);
            ready.removeAll(lines);
            speak(lines, outcomes);
        }
        return tasks.stream().map(outcomes::get).toList();
    }

    /** Finds the takes of a line, or makes it ready to be rendered. */
    private Optional<Outcome> prepare(Task task, List<Ready> ready) {
        return attempt(task.batch().line().id(), task.listener()::isCancelled, () -> {
            var batch = task.batch();
            var offer = offer(batch);
            var fit = offer.fit(model);
            var recipe = mode.finished().map(f -> f.recipe(model, folder, batch, offer.heard(fit), conditions(batch, offer)));
            var known = recipe.flatMap(r -> mode.finished().orElseThrow().find(r, folder.clipStore()));
            if (known.isEmpty()) ready.add(new Ready(task, offer, fit, recipe));
            return known.map(k -> new Outcome.Spoken(k.takes(), k.best(), offer.heard(fit), 0));
        });
    }

    private void speak(List<Ready> lines, Map<Task, Outcome> outcomes) {
        long begin = System.nanoTime();
        var made = new ArrayList<List<RenderedTake>>();
        var ids = String.join(", ", lines.stream().map(l -> l.task().batch().line().id()).toList());
        var trouble = attempt(ids, () -> lines.stream().allMatch(l -> l.task().listener().isCancelled()), () -> {
            marked = lines.getFirst().task().batch().document().settings().watermark();
            made.addAll(renderer().render(lines.stream().map(Ready::utterance).toList()));
            return Optional.empty();
        });
        double seconds = (System.nanoTime() - begin) / 1e9 / lines.stream().mapToDouble(Ready::expected).sum();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            outcomes.put(line.task(), trouble.isPresent() ? trouble.get() : keep(line, made.get(i), seconds * line.expected()));
        }
    }

    private Outcome keep(Ready line, List<RenderedTake> rendered, double seconds) {
        long begin = System.nanoTime();
        return attempt(line.task().batch().line().id(), line.task().listener()::isCancelled, () -> {
            if (rendered.isEmpty()) return Optional.empty();
            var made = candidates(line, rendered);
            int best = made.indexOf(Collections.min(made, Candidate.BEST_FIRST));
            var takes = IntStream.range(0, made.size()).mapToObj(i -> made.get(i).keep(folder.clipStore(), "T" + (i + 1), mode.heard().get())).toList();
            line.recipe().ifPresent(r -> mode.finished().orElseThrow().put(r, takes, best));
            return Optional.of(new Outcome.Spoken(takes, best, line.offer().heard(line.fit()), seconds + (System.nanoTime() - begin) / 1e9));
        }).orElseGet(Outcome.Cancelled::new);
    }

    /** Empty if there is nothing to report yet. */
    private static Optional<Outcome> attempt(String lines, BooleanSupplier cancelled, Supplier<Optional<Outcome>> work) {
        try {
            return Cancellation.unless(cancelled, () -> {
                Cancellation.stopIfWished();
                return work.get();
            });
        } catch (CancellationException e) {
            return Optional.of(new Outcome.Cancelled());
        } catch (Problem p) {
            return Optional.of(new Outcome.Failed(p));
        } catch (RuntimeException | Error e) {
            return Optional.of(new Outcome.Failed(new Problem(Problem.Kind.MODEL, "Rendering " + lines + " failed because of an internal error (" + e + "). Please report it.", e)));
        }
    }

    /** The takes of a line, heard if that decides anything; if none has its words it is rendered again, and the best takes are kept. */
    private List<Candidate> candidates(Ready line, List<RenderedTake> made) {
        var batch = line.task().batch();
        int retries = retries(batch, line.offer());
        var store = mode.heard().get();
        if (store.isEmpty() || made.size() == 1 && retries == 0) return made.stream().map(Candidate::unheard).toList();
        if (ears == null) ears = new TakeEars(directories);
        var hearing = ears;
        var out = new ArrayList<>(made.stream().map(t -> hearing.candidate(batch, t, store.get())).toList());
        for (int i = 1; i <= retries && hearing.canHear() && out.stream().noneMatch(Candidate::isRight); i++) {
            line.task().listener().restart();
            var other = new Batch(batch.document(), batch.line(), List.of(SeedDerivation.otherWords(batch.seeds().getFirst(), i)), false);
            var again = renderer().render(new Utterance(offer(other).prompt(), line.fit(), line.task().listener()));
            Cancellation.stopIfWished();
            out.add(hearing.candidate(batch, again.getFirst(), store.get()));
            out.remove(Collections.max(out, Candidate.BEST_FIRST));
        }
        return out;
    }

    /** What else determines the takes of a batch. */
    private List<String> conditions(Batch batch, LineOffer offer) {
        int retries = retries(batch, offer);
        boolean decides = (batch.seeds().size() > 1 || retries > 0) && mode.heard().get().isPresent();
        marked = batch.document().settings().watermark();
        return List.of("retries " + mode.retries(), decides ? "heard, again " + retries : "unheard", marked ? marking().name() : "unmarked");
    }

    /** None with greedy decoding, which gives the same again. */
    private int retries(Batch batch, LineOffer offer) {
        boolean isGreedy = offer.prompt().takes().stream().allMatch(s -> s.temperature() == 0 && s.depthTemperature() == 0);
        return isGreedy ? 0 : mode.wordRetries().orElse(batch.document().wordRetries(batch.line()));
    }

    /** Renders a batch only for listening. */
    List<RenderedTake> speak(Batch batch, RenderListener listener) {
        var offer = offer(batch);
        marked = batch.document().settings().watermark();
        return renderer().render(new Utterance(offer.prompt(), offer.fit(model), listener));
    }

    /** Loads the model's networks the first time. */
    private Renderer renderer() {
        if (renderer == null) renderer = new Renderer(model.speech(), this::finish, mode.rows(), mode.retries());
        return renderer;
    }

    private Pcm finish(Pcm sound) {
        return marked ? marking().apply(sound) : sound;
    }

    private WatermarkApplier marking() {
        if (marking == null) marking = WatermarkApplier.of(directories);
        return marking;
    }

    private LineOffer offer(Batch batch) {
        return LineOffer.of(model, folder.clipStore(), batch, r -> references.turn(batch.document(), r));
    }

    /** Frees what only hearing takes needs; for when no line waits. */
    void rest() {
        if (ears != null) ears.close();
        ears = null;
    }

    void close() {
        rest();
        if (renderer != null) renderer.close();
        renderer = null;
    }

    /** The result of a batch of takes of a line. */
    sealed interface Outcome {
        /** The takes are in the clip store, with the index of the best one, their inputs and {@code seconds} of work, 0 if they were found. */
        record Spoken(List<Take> takes, int best, TakeInputs hearing, double seconds) implements Outcome {}

        record Failed(Problem problem) implements Outcome {}

        record Cancelled() implements Outcome {}
    }
}
