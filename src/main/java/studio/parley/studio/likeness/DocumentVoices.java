package studio.parley.studio.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.speaker.Embedding;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.staleness.TakeInputsResolver;

/** What the voices in takes and reference clips say about one document. One thread. */
public final class DocumentVoices {
    /** Another speaker is named if the take is so much more like him. */
    private static final double CLEARLY = 0.05;

    private record Style(int speaker, String mood) {}

    private final Document document;
    private final Function<ClipId, Optional<ClipVoice>> takes;
    private final BiFunction<String, ReferenceMetadata, Optional<ClipVoice>> references;
    private final Map<Style, Optional<Embedding>> voices = new HashMap<>();

    DocumentVoices(Document document, Function<ClipId, Optional<ClipVoice>> takes, BiFunction<String, ReferenceMetadata, Optional<ClipVoice>> references) {
        this.document = document;
        this.takes = takes;
        this.references = references;
    }

    /** Whether the take in use is in another voice; see {@link #of(Line, Take)}. */
    public Optional<VoiceFinding> of(Line line) {
        return line.sounding().flatMap(t -> of(line, t));
    }

    /** Empty if the take is in its speaker's voice, is too short to say, has not been heard, or the speaker has no clip. */
    public Optional<VoiceFinding> of(Line line, Take take) {
        return voice(take).flatMap(v -> of(line, v));
    }

    /** Likewise about the voice of a take that the document does not contain. */
    public Optional<VoiceFinding> of(Line line, ClipVoice voice) {
        return voice.embedding().flatMap(v -> of(line, v));
    }

    private Optional<VoiceFinding> of(Line line, Embedding voice) {
        var own = own(line.speaker(), document.decoration(line.id()).listening().mood());
        var least = own.flatMap(o -> Likeness.least(voice.seconds(), o.seconds()));
        if (least.isEmpty()) return Optional.empty();
        double likeness = voice.likeness(own.get());
        if (likeness >= least.get()) return Optional.empty();
        var name = speaker(line.speaker()).map(Speaker::name).orElse("");
        return Optional.of(new VoiceFinding(name, likeness, least.get(), nearest(voice, line.speaker(), likeness)));
    }

    private String nearest(Embedding voice, int own, double likeness) {
        String best = "";
        double most = likeness + CLEARLY;
        for (var other : document.conversation().speakers()) {
            if (other.number() == own) continue;
            double is = own(other.number(), "").map(voice::likeness).orElse(0.0);
            if (is <= most) continue;
            most = is;
            best = other.name();
        }
        return best;
    }

    /** Speakers who sound alike, then voices that change; twins are of all who have reference clips. */
    public List<CastFinding> cast() {
        var out = new ArrayList<CastFinding>();
        var speakers = document.conversation().speakers().stream().filter(s -> own(s.number(), "").isPresent()).toList();
        for (int i = 0; i < speakers.size(); i++) for (int j = i + 1; j < speakers.size(); j++) twins(speakers.get(i), speakers.get(j)).ifPresent(out::add);
        for (var speaker : document.conversation().speakers()) drift(speaker).ifPresent(out::add);
        return List.copyOf(out);
    }

    /** Two speakers with the same clip are meant to sound alike. */
    private Optional<CastFinding> twins(Speaker one, Speaker other) {
        if (one.references().equals(other.references())) return Optional.empty();
        var a = own(one.number(), "").orElseThrow();
        var b = own(other.number(), "").orElseThrow();
        double likeness = a.likeness(b);
        return Likeness.areTwins(likeness, Math.min(a.seconds(), b.seconds())) ? Optional.of(new CastFinding.Twins(one.name(), other.name(), likeness)) : Optional.empty();
    }

    private Optional<CastFinding> drift(Speaker speaker) {
        var said = new ArrayList<VoiceDrift.Said>();
        for (int i = 0; i < document.lines().size(); i++) {
            var line = document.lines().get(i);
            if (line.speaker() != speaker.number() || !document.decoration(line.id()).listening().mood().isBlank()) continue;
            int number = i + 1;
            line.sounding().flatMap(this::voice).ifPresent(v -> said.add(new VoiceDrift.Said(number, v)));
        }
        return VoiceDrift.of(said).map(d -> new CastFinding.Drift(speaker.name(), d.likeness(), d.first(), d.last()));
    }

    private Optional<Embedding> voice(Take take) {
        return ClipId.isOne(take.clip()) ? takes.apply(new ClipId(take.clip())).flatMap(ClipVoice::embedding) : Optional.empty();
    }

    /** The voice of a speaker's reference clips of a style together. */
    private Optional<Embedding> own(int speaker, String mood) {
        return Objects.requireNonNull(voices.computeIfAbsent(new Style(speaker, mood), _ -> {
            var track = document.track(speaker);
            var all = speaker(speaker).stream().flatMap(s -> TakeInputsResolver.chosen(s, track, mood).stream())
                    .flatMap(r -> references.apply(r.path(), track.reference(r.path())).flatMap(ClipVoice::embedding).stream()).toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(Embedding.mean(all));
        }));
    }

    private Optional<Speaker> speaker(int number) {
        return document.conversation().speakers().stream().filter(s -> s.number() == number).findFirst();
    }
}
