package studio.parley.ui.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.likeness.VoiceFinding;
import studio.parley.ui.kit.AsyncCache;

/** What was heard in all takes of a line: their words and their voices, read off the JavaFX thread. JavaFX thread only. */
public final class TakeFindings {
    private static final int LINES = 32;

    /** What the voices depend on. */
    private record Key(String line, int speaker, String mood, List<String> clips, VoiceInputs voices, int heard) {}

    private final ProjectSession session;
    private final HearingController hearing;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final AsyncCache<Key, Map<String, VoiceFinding>> voices;

    TakeFindings(ProjectSession session, HearingController hearing) {
        this.session = session;
        this.hearing = hearing;
        voices = new AsyncCache<>(LINES, this::reading, () -> version.set(version.get() + 1), session.services().notices()::trouble);
    }

    /** Counts up when more is known. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** One sentence for each finding, as far as they are known; {@link #versionProperty} changes when there are more. */
    public List<String> of(Line line, Take take) {
        var out = new ArrayList<String>();
        var other = Optional.ofNullable(voices.get(key(line)).orElse(Map.of()).get(take.id()));
        session.words().knownIn(session.document()).of(line, take).ifPresent(r -> out.addAll(r.sentences()));
        other.map(VoiceFinding::sentence).ifPresent(out::add);
        return out;
    }

    private Key key(Line line) {
        var document = session.document();
        return new Key(line.id(), line.speaker(), document.decoration(line.id()).listening().mood(), line.takes().stream().map(Take::clip).toList(), VoiceInputs.of(document),
                hearing.heardProperty().get());
    }

    private Callable<Map<String, VoiceFinding>> reading(Key key) {
        var document = session.document();
        var heard = hearing.takes();
        return () -> {
            var out = new HashMap<String, VoiceFinding>();
            var line = document.line(key.line());
            var voices = heard.voices().map(v -> v.in(document));
            for (var take : line.map(Line::takes).orElse(List.of())) {
                if (ClipId.isOne(take.clip())) heard.words().transcript(new ClipId(take.clip()));
                voices.flatMap(v -> v.of(line.get(), take)).ifPresent(f -> out.put(take.id(), f));
            }
            return out;
        };
    }
}
