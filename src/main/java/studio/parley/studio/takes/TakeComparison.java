package studio.parley.studio.takes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.audio.loudness.Loudness;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ClipCache;
import studio.parley.studio.export.MixRenderer;

/**
 * The takes of a line for comparison: each in its place in the conversation, with the lines before and after, and all at the same loudness,
 * so that a take does not win for being louder. Rendered like every mix; the document is not changed.
 *
 * @param rate frames per second
 * @param candidates in the order of the line; all begin at the same moment of the conversation and are equally loud
 */
public record TakeComparison(String line, int rate, List<Candidate> candidates) {
    /** A take in context; {@code gainDb} is its gain to match the loudness of the take in use. */
    public record Candidate(String take, double gainDb, Pcm sound) {}

    private static final double CONTEXT_SECONDS = 1.5;
    private static final double MOST_DB = 15;

    public TakeComparison {
        candidates = List.copyOf(candidates);
    }

    /** Reads and mixes audio: not for a thread that must not block. Empty if the line has no take. */
    public static Optional<TakeComparison> of(Document document, String lineId, ClipStore clipStore, int rate) {
        var sounds = ClipCache.of(clipStore);
        var line = document.line(lineId).filter(l -> l.sounding().isPresent());
        if (line.isEmpty()) return Optional.empty();
        double aim = loudness(clipStore.get(new ClipId(line.get().sounding().orElseThrow().clip())));
        var mixes = new ArrayList<MixRenderer>();
        var gains = new ArrayList<Double>();
        long from = Long.MAX_VALUE;
        long to = 0;
        for (var take : line.get().takes()) {
            double gain = Math.clamp(aim - loudness(clipStore.get(new ClipId(take.clip()))), -MOST_DB, MOST_DB);
            var arrangement = Arrangement.of(with(document, line.get(), take, gain), rate);
            var part = arrangement.part(lineId);
            if (part.isPresent()) {
                from = Math.min(from, Math.max(0, part.get().start() - (long) (CONTEXT_SECONDS * rate)));
                to = Math.max(to, part.get().end() + (long) (CONTEXT_SECONDS * rate));
            }
            gains.add(gain);
            mixes.add(new MixRenderer(arrangement, sounds));
        }
        if (to <= from) return Optional.empty();
        var out = new ArrayList<Candidate>();
        for (int i = 0; i < mixes.size(); i++) {
            out.add(new Candidate(line.get().takes().get(i).id(), gains.get(i), mixes.get(i).read(from, (int) (to - from))));
        }
        return Optional.of(new TakeComparison(lineId, rate, out));
    }

    private static Document with(Document document, Line line, Take take, double gain) {
        double own = document.decoration(line.id()).gainDb();
        Edit choose = TakeEdits.choose(line.id(), Optional.of(take.id()));
        Edit level = TakeEdits.gain(List.of(line.id()), Math.clamp(own + gain, -60, 24));
        return level.change().apply(choose.change().apply(document));
    }

    /** The mean level if it is too short to be measured. */
    private static double loudness(Pcm sound) {
        double lufs = Loudness.integratedOf(sound);
        if (Double.isFinite(lufs)) return lufs;
        double rms = LevelStats.of(sound).rmsDb();
        return Double.isFinite(rms) ? rms : -60;
    }
}
