package studio.parley.studio.document.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;

/**
 * A whole project as one immutable value: the conversation, and the studio's data about it. Audio is referred to by clip id, never held.
 * Selection, zoom and playhead are not part of it.
 *
 * @param decorations by line id; a line without one has {@link LineSettings#NONE}
 * @param tracks by speaker number; a speaker without one has {@link Track#of}
 * @param extras unknown keys of a project file, as JSON objects by place; written back unchanged
 */
public record Document(Conversation conversation, Map<String, LineSettings> decorations, Map<Integer, Track> tracks,
                       List<Marker> markers, List<Pronunciation> pronunciations, ProjectSettings settings, Map<String, String> extras) {
    public Document {
        decorations = LineSettingsMap.of(decorations, conversation.lines());
        var numbers = conversation.speakers().stream().map(Speaker::number).collect(Collectors.toSet());
        var lanes = new HashMap<>(tracks);
        lanes.keySet().retainAll(numbers);
        lanes.entrySet().removeIf(e -> e.getValue().equals(Track.of(e.getKey())));
        tracks = Map.copyOf(lanes);
        markers = List.copyOf(markers);
        pronunciations = List.copyOf(pronunciations);
        extras = Map.copyOf(extras);
        var ids = new HashSet<String>();
        for (var marker : markers) if (!ids.add(marker.id())) throw new IllegalArgumentException("marker " + marker.id() + " twice");
    }

    /** A project around a conversation, as after importing a script. */
    public static Document of(Conversation conversation) {
        return new Document(conversation, Map.of(), Map.of(), List.of(), List.of(), ProjectSettings.FRESH, Map.of());
    }

    /** A project without speakers and lines. */
    public static Document empty(String title) {
        return of(new Conversation(title, List.of(), List.of(), Delivery.INHERITED));
    }

    public LineSettings decoration(String lineId) {
        return decorations.getOrDefault(lineId, LineSettings.NONE);
    }

    public Track track(int speaker) {
        var own = tracks.get(speaker);
        return own == null ? Track.of(speaker) : own;
    }

    public List<Line> lines() {
        return conversation.lines();
    }

    public Optional<Line> line(String id) {
        int at = indexOf(id);
        return at < 0 ? Optional.empty() : Optional.of(lines().get(at));
    }

    /** The index of a line, from 0; -1 if there is none. */
    public int indexOf(String id) {
        return conversation.indexOf(id);
    }

    /** Whether a speaker is only a name: no clip, no delivery, default track. Lines do not count. */
    public boolean isBare(Speaker speaker) {
        return speaker.references().isEmpty() && speaker.delivery().equals(Delivery.INHERITED) && track(speaker.number()).equals(Track.of(speaker.number()));
    }

    /** Whether a speaker is audible: not muted, and soloed if anybody is. */
    public boolean isAudible(int speaker) {
        boolean anySolo = tracks.values().stream().anyMatch(Track::solo);
        return !track(speaker).muted() && (!anySolo || track(speaker).solo());
    }

    /** The text for the model: the line's text with the project's pronunciations; the displayed text is unchanged. */
    public String spokenText(Line line) {
        return spokenTexts().apply(line);
    }

    /** The same for many lines. */
    public Function<Line, String> spokenTexts() {
        var replacing = Pronunciation.replacing(pronunciations);
        return line -> replacing.apply(line.text().replace('\n', ' '));
    }

    /** The text that a take of a line was made from; if nobody knows, what it would be now. */
    public String spokenText(Line line, Take take) {
        var made = decoration(line.id()).heard().get(take.id());
        return made == null ? spokenText(line) : made.text();
    }

    /** How often a line is rendered again, at most, until its words are heard. */
    public int wordRetries(Line line) {
        return decoration(line.id()).wordRetries().orElse(settings.wordRetries());
    }

    public Document with(Conversation other) {
        return new Document(other, decorations, tracks, markers, pronunciations, settings, extras);
    }

    public Document withLines(List<Line> lines) {
        return with(conversation.withLines(lines));
    }

    public Document withSpeakers(List<Speaker> speakers) {
        return with(new Conversation(conversation.title(), speakers, lines(), conversation.delivery()));
    }

    public Document with(String lineId, LineSettings decoration) {
        var copy = new HashMap<>(decorations);
        copy.put(lineId, decoration);
        return new Document(conversation, copy, tracks, markers, pronunciations, settings, extras);
    }

    /** The same with other line settings, by line id. */
    public Document withDecorations(Map<String, LineSettings> others) {
        return new Document(conversation, others, tracks, markers, pronunciations, settings, extras);
    }

    public Document with(int speaker, Track track) {
        var copy = new HashMap<>(tracks);
        copy.put(speaker, track);
        return new Document(conversation, decorations, copy, markers, pronunciations, settings, extras);
    }

    public Document withMarkers(List<Marker> others) {
        return new Document(conversation, decorations, tracks, others, pronunciations, settings, extras);
    }

    public Document withPronunciations(List<Pronunciation> others) {
        return new Document(conversation, decorations, tracks, markers, others, settings, extras);
    }

    public Document with(ProjectSettings other) {
        return new Document(conversation, decorations, tracks, markers, pronunciations, other, extras);
    }

    public Document withExtras(Map<String, String> others) {
        return new Document(conversation, decorations, tracks, markers, pronunciations, settings, others);
    }
}
