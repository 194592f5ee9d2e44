package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
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
import studio.parley.speech.ContextWindow.Fit;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/** The worker's side of rendering: renders a line of a document, and owns the renderer. One thread. */
final class LineRenderer {
    /** The takes of a line as it is in a document; {@code together} if several were requested, even if only one is left. */
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

    /** Renders a batch and adds its takes to the project's clip store, unless it is cancelled. Throws nothing. */
    Outcome outcome(Batch batch, RenderListener listener, BooleanSupplier cancelled) {
        long begin = System.nanoTime();
        try {
            return Cancellation.unless(cancelled, () -> {
                Cancellation.stopIfWished();
                var offer = offer(batch);
                var fit = offer.fit(model);
                var recipe = mode.finished().map(f -> f.recipe(model, folder, batch, offer.heard(fit), conditions(batch, offer)));
                var known = recipe.flatMap(r -> mode.finished().orElseThrow().find(r, folder.clipStore()));
                if (known.isPresent()) return new Outcome.Spoken(known.get().takes(), known.get().best(), offer.heard(fit), 0);
                var made = candidates(batch, offer, fit, listener);
                int best = made.indexOf(Collections.min(made, Candidate.BEST_FIRST));
                var takes = IntStream.range(0, made.size()).mapToObj(i -> made.get(i).keep(folder.clipStore(), "T" + (i + 1), mode.heard().get())).toList();
                recipe.ifPresent(r -> mode.finished().orElseThrow().put(r, takes, best));
                return new Outcome.Spoken(takes, best, offer.heard(fit), (System.nanoTime() - begin) / 1e9);
            });
        } catch (CancellationException e) {
            return new Outcome.Cancelled();
        } catch (Problem p) {
            return new Outcome.Failed(p);
        } catch (RuntimeException | Error e) {
            return new Outcome.Failed(new Problem(Problem.Kind.MODEL, "Rendering " + batch.line().id() + " failed because of an internal error (" + e
                    + "). Please report it.", e));
        }
    }

    /** The takes of a batch, heard if that decides anything; a line of which no take has its words is rendered again, and the best takes are kept. */
    private List<Candidate> candidates(Batch batch, LineOffer offer, Fit fit, RenderListener listener) {
        var made = render(batch, offer, fit, listener);
        int retries = retries(batch, offer);
        var store = mode.heard().get();
        if (store.isEmpty() || made.size() == 1 && retries == 0) return made.stream().map(Candidate::unheard).toList();
        if (ears == null) ears = new TakeEars(directories);
        var hearing = ears;
        var out = new ArrayList<>(made.stream().map(t -> hearing.candidate(batch, t, store.get())).toList());
        for (int i = 1; i <= retries && hearing.canHear() && out.stream().noneMatch(Candidate::isRight); i++) {
            listener.restart();
            var other = new Batch(batch.document(), batch.line(), List.of(SeedDerivation.otherWords(batch.seeds().getFirst(), i)), false);
            out.add(hearing.candidate(batch, render(other, offer(other), fit, listener).getFirst(), store.get()));
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
        return render(batch, offer, offer.fit(model), listener);
    }

    /** Loads the model's networks the first time. */
    private List<RenderedTake> render(Batch batch, LineOffer offer, Fit fit, RenderListener listener) {
        marked = batch.document().settings().watermark();
        if (renderer == null) renderer = new Renderer(model.speech(), this::finish, mode.rows(), mode.retries());
        return renderer.render(offer.prompt(), fit, listener);
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
