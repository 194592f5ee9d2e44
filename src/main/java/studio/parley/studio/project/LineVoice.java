package studio.parley.studio.project;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.ClipShelf;
import studio.parley.audio.Pcm;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.render.LinePrompt;
import studio.parley.render.Renderer;
import studio.parley.problem.Problem;
import studio.parley.speech.ContextWindow;
import studio.parley.speech.NoRoom;
import studio.parley.speech.Turn;
import studio.parley.studio.Marking;
import studio.parley.studio.OpenModel;
import studio.parley.studio.Places;
import studio.parley.studio.document.CurrentHearing;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.Hearing;
import studio.parley.studio.document.Hearing.HeardLine;
import studio.parley.studio.document.Hearing.HeardReference;
import studio.parley.studio.document.ProjectFolder;

/** The worker's side of rendering: turns a line of a document into what the renderer wants, and owns the renderer. One thread. */
final class LineVoice {
    /** What a line is made from, for the model and in words. */
    record Prepared(LinePrompt prompt, Hearing hearing) {}

    private final OpenModel model;
    private final ModelDefaults defaults;
    private final ProjectFolder folder;
    private final Places places;
    private final int rows;
    private final HeardReferences references;
    private boolean marked;
    private @Nullable Renderer renderer;
    private @Nullable Marking marking;

    LineVoice(OpenModel model, ProjectFolder folder, Places places, int rows) {
        this.model = model;
        this.defaults = ModelDefaults.of(model);
        this.folder = folder;
        this.places = places;
        this.rows = rows;
        this.references = new HeardReferences(model, folder, places);
    }

    /** Loads the model's networks the first time. */
    Renderer renderer() {
        if (renderer == null) renderer = new Renderer(model.speech(), folder.shelf(), this::finish, rows, 0);
        return renderer;
    }

    private Pcm finish(Pcm sound) {
        if (!marked) return sound;
        if (marking == null) marking = Marking.of(places);
        return marking.apply(sound);
    }

    Prepared prepare(Document document, Line line, List<Long> seeds, boolean together) {
        marked = document.settings().watermark();
        var delivery = document.conversation().delivery(line, Delivery.INHERITED);
        var hearing = CurrentHearing.of(document, line, defaults.delivery(), defaults.model());
        var turns = new ArrayList<Turn>();
        for (var reference : hearing.references()) turns.add(references.turn(document, reference));
        var origin = new IdentityHashMap<Turn, HeardLine>();
        for (var heard : hearing.lines()) {
            turn(folder.shelf(), document, line, heard, model.speech().info().codebooks()).ifPresent(t -> {
                turns.add(t);
                origin.put(t, heard);
            });
        }
        var prompt = model.prompt(turns, line.speaker(), hearing.text(), delivery, seeds, together);
        var fits = fit(document, hearing, turns, prompt).context().stream().filter(origin::containsKey).map(origin::get).toList();
        return new Prepared(prompt, hearing.withLines(fits));
    }

    private ContextWindow.Fit fit(Document document, Hearing hearing, List<Turn> turns, LinePrompt prompt) {
        try {
            return renderer().fit(prompt);
        } catch (NoRoom tooLong) {
            throw named(document, hearing.references(), turns, tooLong);
        }
    }

    /** The same trouble with the name of the clip that leaves no room, if one does; the turns begin with those of the references. */
    static Problem named(Document document, List<HeardReference> references, List<Turn> turns, NoRoom tooLong) {
        if (tooLong.longest().isEmpty() || !tooLong.isForTheLongest()) return tooLong;
        for (int i = 0; i < references.size(); i++) {
            if (turns.get(i) != tooLong.longest().get()) continue;
            var r = references.get(i);
            var name = r.path().substring(r.path().lastIndexOf('/') + 1) + " of " + document.conversation().speaker(r.speaker()).name();
            return new LongClip(tooLong.sentence(name, "Cut it to its best 10 to 20 s with its trim handles in the studio, and its words with it."), r.speaker(), r.path());
        }
        return tooLong;
    }

    /** What is heard of an earlier line, if the codes of its take are there and of this model's kind. */
    static Optional<Turn> turn(ClipShelf shelf, Document document, Line line, HeardLine heard, int codebooks) {
        var take = document.line(heard.line()).flatMap(Line::sounding).filter(t -> t.clip().equals(heard.clip()));
        var pinned = document.decoration(line.id()).listening().pinned().contains(heard.line());
        return take.flatMap(t -> Renderer.heard(shelf, heard.speaker(), heard.text(), t)).filter(t -> t.codes().codebooks() == codebooks)
                .map(t -> new Turn(t.speaker(), t.text(), t.codes(), pinned));
    }

    void close() {
        if (renderer != null) renderer.close();
        renderer = null;
    }
}
