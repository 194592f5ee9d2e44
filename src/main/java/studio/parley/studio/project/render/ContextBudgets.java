package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;
import studio.parley.render.Renderer;
import studio.parley.speech.Codes;
import studio.parley.speech.ContextOverflow;
import studio.parley.speech.ContextTurn;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.LoadedModel;
import studio.parley.studio.ReferenceCut;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs.HeardLine;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.studio.project.BackgroundThreads;
import studio.parley.studio.project.ModelDefaults;

/** Computes {@link ContextBudget}s with the same rule as rendering. Any thread; needs none of the model's networks. */
public final class ContextBudgets {
    private record Length(HeardReference reference, long changed) {}

    /** The used part of a clip: in frames, as it is encoded, and in seconds of the file. */
    private record Clip(int frames, double seconds) {}

    private final LoadedModel model;
    private final ProjectFolder folder;
    private final ModelDefaults defaults;
    private final Map<Length, Clip> clips = new ConcurrentHashMap<>();

    public ContextBudgets(LoadedModel model, ProjectFolder folder) {
        this.model = model;
        this.folder = folder;
        this.defaults = ModelDefaults.of(model);
    }

    /** The budget of a line, computed on a background thread; the future completes there. */
    public CompletableFuture<ContextBudget> later(Document document, String lineId) {
        return BackgroundThreads.run(() -> of(document, lineId));
    }

    /** The budget of a line; reads files the first time. A {@link Problem} if there is no such line. */
    public ContextBudget of(Document document, String lineId) {
        var line = document.line(lineId).orElseThrow(() -> Problem.input("The line is no longer in the project."));
        var hearing = TakeInputsResolver.of(document, line, defaults.delivery(), defaults.model());
        var what = new IdentityHashMap<ContextTurn, ContextBudget.Heard>();
        var turns = new ArrayList<ContextTurn>();
        var unheard = new ArrayList<String>();
        for (var r : hearing.references()) {
            var clip = clip(document, r);
            var turn = ContextTurn.reference(r.speaker(), words(document, r), standIn(clip.frames()));
            turns.add(turn);
            what.put(turn, new ContextBudget.Reference(r.speaker(), r.path(), seconds(model.speech().prompt().cost(turn)), clip.seconds()));
        }
        for (var heard : hearing.lines()) {
            var turn = turn(document, line, heard);
            turn.ifPresentOrElse(turns::add, () -> unheard.add(heard.line()));
            turn.ifPresent(t -> what.put(t, new ContextBudget.Earlier(heard.line(), heard.speaker(), t.pinned(),
                    seconds(model.speech().prompt().cost(t)), seconds(t.codes().frames()))));
        }
        return budget(document, line, hearing.text(), hearing.references(), turns, what, unheard);
    }

    private ContextBudget budget(Document document, Line line, String text, List<HeardReference> references, List<ContextTurn> turns, Map<ContextTurn, ContextBudget.Heard> what,
            List<String> unheard) {
        var delivery = document.conversation().delivery(line, Delivery.INHERITED);
        var prompt = model.prompt(turns, line.speaker(), text, delivery, List.of(0L), false);
        double capacity = seconds(model.speech().info().context());
        try {
            var fit = Renderer.fit(model.speech(), prompt);
            return new ContextBudget(fit.context().stream().map(what::get).toList(),
                    fit.leftOut().stream().map(what::get).toList(), unheard, seconds(fit.promptPositions()), seconds(fit.maxFrames()), capacity, "", Optional.empty());
        } catch (ContextOverflow noRoom) {
            var tooLong = LineRenderer.named(document, references, turns, noRoom);
            var clip = tooLong instanceof OverlongClip ? noRoom.longest().map(what::get).map(ContextBudget.Reference.class::cast) : Optional.<ContextBudget.Reference>empty();
            var pinned = turns.stream().filter(ContextTurn::pinned).map(what::get).toList();
            var others = turns.stream().filter(t -> !t.pinned()).map(what::get).toList();
            double words = seconds(model.speech().prompt().cost(line.speaker(), text));
            double used = pinned.stream().mapToDouble(ContextBudget.Heard::seconds).sum() + words;
            return new ContextBudget(pinned, others, unheard, used, 0, capacity, String.valueOf(tooLong.getMessage()), clip);
        }
    }

    private Optional<ContextTurn> turn(Document document, Line line, HeardLine heard) {
        return LineRenderer.turn(folder.clipStore(), document, line, heard, model.speech().info().codebooks());
    }

    private String words(Document document, HeardReference r) {
        return ReferenceCut.transcript(folder.reference(r.path()), document.track(r.speaker()).reference(r.path()));
    }

    /** Nothing if it cannot be read. */
    private Clip clip(Document document, HeardReference r) {
        var file = folder.reference(r.path());
        var note = document.track(r.speaker()).reference(r.path());
        return clips.computeIfAbsent(new Length(r, file.toFile().lastModified()), k -> {
            try {
                var clip = ClipPreset.NONE.clip(file, model.rate());
                long heard = Math.max(0, clip.frames() - (long) (note.trimStartMillis() + note.trimEndMillis()) * model.rate() / 1000);
                return new Clip((int) Math.ceilDiv(heard, model.speech().info().samplesPerFrame()), (double) heard / model.rate());
            } catch (Problem unreadable) {
                return new Clip(0, 0);
            }
        });
    }

    /** Codes of a length: only the length matters. */
    private Codes standIn(int count) {
        var frame = new int[model.speech().info().codebooks()];
        return Codes.of(frame.length, java.util.Collections.nCopies(count, frame));
    }

    private double seconds(int positions) {
        return positions / model.frameRate();
    }
}
