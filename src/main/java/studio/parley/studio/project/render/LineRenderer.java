package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderedTake;
import studio.parley.render.Renderer;
import studio.parley.render.TakeSound;
import studio.parley.render.UtteranceRequest;
import studio.parley.speech.ContextOverflow;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.ContextWindow.Fit;
import studio.parley.studio.AppDirectories;
import studio.parley.studio.LoadedModel;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeInputs.HeardLine;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.studio.project.ModelDefaults;

/** The worker's side of rendering: renders a line of a document, and owns the renderer. One thread. */
final class LineRenderer {
    /** The takes of a line as it is in a document; {@code together} if several were requested, even if only one is left. */
    record Batch(Document document, Line line, List<Long> seeds, boolean together) {}

    /** The inputs of a line, for the model and for people. */
    private record Prepared(UtteranceRequest prompt, Fit fit, TakeInputs hearing) {}

    private final LoadedModel model;
    private final ModelDefaults defaults;
    private final ProjectFolder folder;
    private final AppDirectories directories;
    private final int rows;
    private final ReferenceCodes references;
    private boolean marked;
    private @Nullable Renderer renderer;
    private @Nullable WatermarkApplier marking;

    LineRenderer(LoadedModel model, ProjectFolder folder, AppDirectories directories, int rows) {
        this.model = model;
        this.defaults = ModelDefaults.of(model);
        this.folder = folder;
        this.directories = directories;
        this.rows = rows;
        this.references = new ReferenceCodes(model, folder, directories);
    }

    /** Renders a batch and adds its takes to the project's clip store, unless it is cancelled. Throws nothing. */
    RenderOutcome outcome(Batch batch, RenderListener listener, BooleanSupplier cancelled) {
        long begin = System.nanoTime();
        try {
            return Cancellation.unless(cancelled, () -> {
                Cancellation.stopIfWished();
                var prepared = prepare(batch);
                var made = render(batch, prepared, listener);
                var takes = IntStream.range(0, made.size()).mapToObj(i -> made.get(i).keep(folder.clipStore(), "T" + (i + 1))).toList();
                return new RenderOutcome.Spoken(takes, prepared.hearing(), (System.nanoTime() - begin) / 1e9);
            });
        } catch (CancellationException e) {
            return new RenderOutcome.Cancelled();
        } catch (Problem p) {
            return new RenderOutcome.Failed(p);
        } catch (RuntimeException | Error e) {
            return new RenderOutcome.Failed(new Problem(Problem.Kind.MODEL, "Rendering " + batch.line().id() + " failed because of an internal error (" + e
                    + "). Please report it.", e));
        }
    }

    /** Renders a batch only for listening. */
    List<RenderedTake> speak(Batch batch, RenderListener listener) {
        return render(batch, prepare(batch), listener);
    }

    /** Loads the model's networks the first time. */
    private List<RenderedTake> render(Batch batch, Prepared prepared, RenderListener listener) {
        marked = batch.document().settings().watermark();
        if (renderer == null) renderer = new Renderer(model.speech(), this::finish, rows, 0);
        return renderer.render(prepared.prompt(), prepared.fit(), listener);
    }

    private Pcm finish(Pcm sound) {
        if (!marked) return sound;
        if (marking == null) marking = WatermarkApplier.of(directories);
        return marking.apply(sound);
    }

    private Prepared prepare(Batch batch) {
        var document = batch.document();
        var line = batch.line();
        var hearing = TakeInputsResolver.of(document, line, defaults.delivery(), defaults.model());
        var turns = new ArrayList<ContextTurn>();
        for (var reference : hearing.references()) turns.add(references.turn(document, reference));
        var origin = new IdentityHashMap<ContextTurn, HeardLine>();
        for (var heard : hearing.lines()) {
            turn(folder.clipStore(), document, line, heard, model.speech().info().codebooks()).ifPresent(t -> {
                turns.add(t);
                origin.put(t, heard);
            });
        }
        var delivery = document.conversation().delivery(line, Delivery.INHERITED);
        var prompt = model.prompt(turns, line.speaker(), hearing.text(), delivery, batch.seeds(), batch.together());
        try {
            var fit = Renderer.fit(model.speech(), prompt);
            return new Prepared(prompt, fit, hearing.withLines(fit.context().stream().filter(origin::containsKey).map(origin::get).toList()));
        } catch (ContextOverflow tooLong) {
            throw named(document, hearing.references(), turns, tooLong);
        }
    }

    /** The same error with the name of the clip that causes it, if there is one; the turns begin with those of the references. */
    static Problem named(Document document, List<HeardReference> references, List<ContextTurn> turns, ContextOverflow tooLong) {
        if (tooLong.longest().isEmpty() || !tooLong.isForTheLongest()) return tooLong;
        for (int i = 0; i < references.size(); i++) {
            if (turns.get(i) != tooLong.longest().get()) continue;
            var r = references.get(i);
            var name = r.path().substring(r.path().lastIndexOf('/') + 1) + " of " + document.conversation().speaker(r.speaker()).name();
            return new OverlongClip(tooLong.sentence(name, "Trim it to its best 10 to 20 s in the studio, and shorten its transcript to match."), r.speaker(), r.path());
        }
        return tooLong;
    }

    /** The context turn of an earlier line, if the codes of its take exist and match this model. */
    static Optional<ContextTurn> turn(ClipStore clipStore, Document document, Line line, HeardLine heard, int codebooks) {
        var take = document.line(heard.line()).flatMap(Line::sounding).filter(t -> t.clip().equals(heard.clip()));
        var pinned = document.decoration(line.id()).listening().pinned().contains(heard.line());
        return take.flatMap(t -> TakeSound.heard(clipStore, heard.speaker(), heard.text(), t)).filter(t -> t.codes().codebooks() == codebooks)
                .map(t -> new ContextTurn(t.speaker(), t.text(), t.codes(), pinned));
    }

    void close() {
        if (renderer != null) renderer.close();
        renderer = null;
    }
}
