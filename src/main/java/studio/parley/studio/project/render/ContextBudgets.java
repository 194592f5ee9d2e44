package studio.parley.studio.project.render;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import studio.parley.problem.Problem;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.mimi.Codes;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.BackgroundThreads;

/** Computes {@link ContextBudget}s with the same rule as rendering. Any thread; needs none of the model's networks. */
public final class ContextBudgets {
    private record Length(HeardReference reference, long changed) {}

    /** The used part of a clip: in frames, as it is encoded, and in seconds of the file. */
    private record Clip(int frames, double seconds) {}

    private record Found(ContextBudget budget, Optional<Problem> obstacle) {}

    private final LoadedModel model;
    private final ProjectFolder folder;
    private final Map<Length, Clip> clips = new ConcurrentHashMap<>();

    public ContextBudgets(LoadedModel model, ProjectFolder folder) {
        this.model = model;
        this.folder = folder;
    }

    /** The budget of a line, computed on a background thread; the future completes there. */
    public CompletableFuture<ContextBudget> later(Document document, String lineId) {
        return BackgroundThreads.run(() -> of(document, lineId));
    }

    /** The budget of a line; reads files the first time. A {@link Problem} if there is no such line. */
    public ContextBudget of(Document document, String lineId) {
        return found(document, lineId).budget();
    }

    /** Why a line cannot be spoken beside its reference clips and what is pinned, if so. */
    public Optional<Problem> obstacle(Document document, String lineId) {
        return found(document, lineId).obstacle();
    }

    private Found found(Document document, String lineId) {
        var line = document.line(lineId).orElseThrow(() -> Problem.input("The line is no longer in the project."));
        var batch = new LineRenderer.Batch(document, line, List.of(0L), false);
        var offer = LineOffer.of(model, folder.clipStore(), batch, r -> ContextTurn.reference(r.speaker(), words(document, r), standIn(clip(document, r).frames())));
        double capacity = seconds(model.speech().info().context());
        try {
            var fit = offer.fit(model);
            return new Found(new ContextBudget(heard(offer, fit.context()), heard(offer, fit.leftOut()), offer.unheard(), seconds(fit.promptPositions()),
                    seconds(fit.maxFrames()), capacity, "", Optional.empty()), Optional.empty());
        } catch (Problem noRoom) {
            var pinned = heard(offer, offer.prompt().heard().stream().filter(ContextTurn::pinned).toList());
            var others = heard(offer, offer.prompt().heard().stream().filter(t -> !t.pinned()).toList());
            double words = seconds(model.speech().prompt().cost(line.speaker(), offer.inputs().text()));
            double used = pinned.stream().mapToDouble(ContextBudget.Heard::seconds).sum() + words;
            var clip = pinned.stream().filter(ContextBudget.Reference.class::isInstance).map(ContextBudget.Reference.class::cast)
                    .filter(r -> noRoom instanceof OverlongClip c && c.speaker() == r.speaker() && c.path().equals(r.path())).findFirst();
            return new Found(new ContextBudget(pinned, others, offer.unheard(), used, 0, capacity, String.valueOf(noRoom.getMessage()), clip), Optional.of(noRoom));
        }
    }

    private List<ContextBudget.Heard> heard(LineOffer offer, List<ContextTurn> turns) {
        return turns.stream().map(t -> heard(offer, t, seconds(model.speech().prompt().cost(t)))).toList();
    }

    private ContextBudget.Heard heard(LineOffer offer, ContextTurn turn, double seconds) {
        var r = offer.references().get(turn);
        if (r != null) return new ContextBudget.Reference(r.speaker(), r.path(), seconds, clip(offer.document(), r).seconds());
        var line = Objects.requireNonNull(offer.lines().get(turn));
        return new ContextBudget.Earlier(line.line(), line.speaker(), turn.pinned(), seconds, seconds(turn.codes().frames()));
    }

    private String words(Document document, HeardReference r) {
        return document.track(r.speaker()).reference(r.path()).words(folder.reference(r.path()));
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
