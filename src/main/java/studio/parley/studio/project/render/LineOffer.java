package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.problem.Problem;
import studio.parley.render.Renderer;
import studio.parley.render.TakeSound;
import studio.parley.render.UtteranceRequest;
import studio.parley.speech.ContextOverflow;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.ContextWindow.Fit;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeInputs.HeardLine;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.ModelDefaults;

/**
 * Everything that could be the context of a line, as turns for the model and as ids of the document.
 *
 * @param references and {@code lines}: where the turns of the prompt come from; lines without codes, or with codes of another model, have no turn
 */
record LineOffer(Document document, UtteranceRequest prompt, TakeInputs inputs, Map<ContextTurn, HeardReference> references, Map<ContextTurn, HeardLine> lines) {
    /** @param reference turns a clip into a turn of the prompt */
    static LineOffer of(LoadedModel model, ClipStore clipStore, LineRenderer.Batch batch, Function<HeardReference, ContextTurn> reference) {
        var document = batch.document();
        var line = batch.line();
        var defaults = ModelDefaults.of(model);
        var inputs = TakeInputsResolver.of(document, line, defaults.delivery(), defaults.model());
        var turns = new ArrayList<ContextTurn>();
        var references = new IdentityHashMap<ContextTurn, HeardReference>();
        for (var heard : inputs.references()) {
            turns.add(reference.apply(heard));
            references.put(turns.getLast(), heard);
        }
        var lines = new IdentityHashMap<ContextTurn, HeardLine>();
        var pinned = document.decoration(line.id()).listening().pinned();
        for (var heard : inputs.lines()) {
            var take = document.line(heard.line()).flatMap(Line::sounding).filter(t -> t.clip().equals(heard.clip()));
            take.flatMap(t -> TakeSound.heard(clipStore, heard.speaker(), heard.text(), t)).filter(t -> t.codes().codebooks() == model.speech().info().codebooks())
                    .ifPresent(t -> {
                        turns.add(new ContextTurn(t.speaker(), t.text(), t.codes(), pinned.contains(heard.line())));
                        lines.put(turns.getLast(), heard);
                    });
        }
        var delivery = document.conversation().delivery(line, Delivery.INHERITED);
        return new LineOffer(document, model.prompt(turns, line.speaker(), inputs.text(), delivery, batch.seeds(), batch.together()), inputs, references, lines);
    }

    /**
     * The part of it that fits into the context.
     *
     * @throws Problem that names the clip that is too long, if there is one
     */
    Fit fit(LoadedModel model) {
        try {
            return Renderer.fit(model.speech(), prompt);
        } catch (ContextOverflow tooLong) {
            var clip = tooLong.longest().filter(t -> tooLong.isForTheLongest()).map(references::get);
            throw clip.<Problem>map(r -> new OverlongClip(tooLong, r.speaker(), r.path(), name(r))).orElse(tooLong);
        }
    }

    /** As people know it: the file in the project has a name of its own. */
    private String name(HeardReference r) {
        var speaker = document.conversation().speaker(r.speaker());
        var number = speaker.references().size() > 1 ? speaker.references().stream().map(Reference::path).toList().indexOf(r.path()) + 1 + " " : "";
        return (number.isEmpty() ? "the reference clip " : "reference clip " + number) + "of " + speaker.name();
    }

    /** The inputs of a take whose context is the part that fits. */
    TakeInputs heard(Fit fit) {
        return inputs.withLines(fit.context().stream().map(lines::get).filter(Objects::nonNull).toList());
    }

    /** Lines that cannot be part of the context. */
    List<String> unheard() {
        var heard = Set.copyOf(lines.values());
        return inputs.lines().stream().filter(l -> !heard.contains(l)).map(HeardLine::line).toList();
    }
}
