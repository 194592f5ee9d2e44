package studio.parley.ui.session;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.parley.audio.pcm.Peaks;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.ClipEdges;
import studio.parley.studio.project.hearing.TakeWords;
import studio.parley.studio.timing.TimedWords;
import studio.parley.studio.timing.WordTimes;
import studio.parley.studio.transcription.QuietBorders;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.TextTimes;
import studio.parley.ui.kit.AsyncCache;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Notices;

/**
 * When the words of lines are spoken, from what was heard in their takes. Only what is asked for is read, on other threads. JavaFX thread only.
 */
public final class SpokenWords implements WordTimes {
    private static final int CLIPS = 1000;
    private static final int TEXTS = 200;

    /** What a line says in a part of a clip, in seconds. */
    private record Key(String clip, double from, double to, String text) {}

    private record Clip(String id, int rate) {
        static Clip of(Take take) {
            return new Clip(take.clip(), take.rate());
        }
    }

    private final AsyncCache<Clip, Optional<TakeTranscript>> heard;
    private final Map<Key, TimedWords> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TimedWords> eldest) {
            return size() > TEXTS;
        }
    };
    private final Set<Key> computing = new HashSet<>();
    private final Notices notices;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    SpokenWords(TakeWords takes, ClipStore clipStore, Notices notices) {
        this.notices = notices;
        heard = new AsyncCache<>(CLIPS, clip -> () -> read(takes, clipStore, clip), this::changed, notices::trouble);
    }

    private static Optional<TakeTranscript> read(TakeWords takes, ClipStore clipStore, Clip clip) {
        if (!ClipId.isOne(clip.id())) return Optional.empty();
        var id = new ClipId(clip.id());
        var found = takes.transcript(id).map(heard -> clipStore.sidecar(id, Peaks.SIDECAR).flatMap(Peaks::parse)
                .map(peaks -> QuietBorders.of(heard, peaks, clip.rate())).orElse(heard));
        // The first comparison reads tables, for which the JavaFX thread must not wait.
        found.ifPresent(t -> TextTimes.of(t.text(), t));
        return found;
    }

    /** {@inheritDoc} Unknown while the take's words are being read; {@link #versionProperty} changes when they are there. */
    @Override
    public TimedWords of(Document document, Line line, Take take) {
        return heard.get(Clip.of(take)).flatMap(t -> t).map(t -> of(document, line, take, t)).orElse(TimedWords.UNKNOWN);
    }

    private TimedWords of(Document document, Line line, Take take, TakeTranscript transcript) {
        return known.computeIfAbsent(key(document, line, take), k -> compute(k, transcript));
    }

    /** As {@link #of}, but a long line is compared on another thread, and unknown until then: for what nobody waits for. */
    public TimedWords soon(Document document, Line line, Take take) {
        var transcript = heard.get(Clip.of(take)).flatMap(t -> t);
        if (transcript.isEmpty()) return TimedWords.UNKNOWN;
        var key = key(document, line, take);
        var there = known.get(key);
        if (there == null && computing.add(key)) FxThread.work(() -> compute(key, transcript.get()), words -> {
            computing.remove(key);
            known.put(key, words);
            changed();
        }, notices::trouble);
        return there == null ? TimedWords.UNKNOWN : there;
    }

    private static Key key(Document document, Line line, Take take) {
        var cut = document.decoration(line.id()).cut(take.id());
        return new Key(take.clip(), cut.startMillis() / 1000.0, (ClipEdges.whole(take) - cut.endMillis()) / 1000.0, line.text());
    }

    private static TimedWords compute(Key key, TakeTranscript transcript) {
        return new TimedWords(TextTimes.of(key.text(), transcript.between(key.from(), key.to())));
    }

    /** Runs when the words of all takes of these lines have been read: at once if they are known. */
    public void whenRead(Collection<Line> lines, Runnable then) {
        var clips = lines.stream().flatMap(l -> l.takes().stream()).map(Clip::of).distinct().toList();
        if (clips.isEmpty()) then.run();
        int[] left = {clips.size()};
        for (var clip : clips) heard.whenKnown(clip, t -> {
            if (--left[0] == 0) then.run();
        });
    }

    /** Counts up when words arrive or are forgotten. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** A clip has been heard: what was known of it is out of date. */
    public void heard(String clip) {
        heard.forget(c -> c.id().equals(clip));
        known.keySet().removeIf(key -> key.clip().equals(clip));
        changed();
    }

    private void changed() {
        version.set(version.get() + 1);
    }
}
