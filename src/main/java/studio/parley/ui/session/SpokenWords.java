package studio.parley.ui.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    SpokenWords(TakeWords takes, ClipStore clipStore, Notices notices) {
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
        var cut = document.decoration(line.id()).cut(take.id());
        var key = new Key(take.clip(), cut.startMillis() / 1000.0, (ClipEdges.whole(take) - cut.endMillis()) / 1000.0, line.text());
        return known.computeIfAbsent(key, k -> new TimedWords(TextTimes.of(k.text(), transcript.between(k.from(), k.to()))));
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
