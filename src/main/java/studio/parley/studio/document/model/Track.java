package studio.parley.studio.document.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The studio's settings of one speaker.
 *
 * @param colour {@code #rrggbb}, shared by script, timeline and subtitles
 * @param pan -1 left, 0 centre, 1 right; no effect in mono
 * @param references metadata of reference clips by path
 */
public record Track(String colour, double gainDb, boolean muted, boolean solo, Map<String, ReferenceMetadata> references,
                    double pan) {
    /**
     * Eight hues; the first three, which most dialogues use, are also distinguishable for colour-blind people (blue, orange, light violet).
     */
    public static final List<String> PALETTE = List.of("#3f93f2", "#f0883e", "#a97bf5", "#2fb171", "#e667a6", "#17a8b8",
            "#c79a12", "#e5655e");

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    public Track {
        colour = colour.toLowerCase(Locale.ROOT);
        if (!COLOUR.matcher(colour).matches()) throw new IllegalArgumentException("colour " + colour);
        DocumentLimits.gain(gainDb);
        gainDb += 0.0;
        references = Map.copyOf(references);
        if (!(pan >= -1 && pan <= 1)) throw new IllegalArgumentException("pan of " + pan);
        pan += 0.0;
    }

    /** A speaker in the centre. */
    public Track(String colour, double gainDb, boolean muted, boolean solo, Map<String, ReferenceMetadata> references) {
        this(colour, gainDb, muted, solo, references, 0);
    }

    /** A new speaker's track: a colour by number, defaults otherwise. */
    public static Track of(int speaker) {
        return new Track(PALETTE.get(Math.floorMod(speaker, PALETTE.size())), 0, false, false, Map.of());
    }

    public ReferenceMetadata reference(String path) {
        return references.getOrDefault(path, ReferenceMetadata.NONE);
    }

    public Track withColour(String other) {
        return new Track(other, gainDb, muted, solo, references, pan);
    }

    public Track withGain(double db) {
        return new Track(colour, db, muted, solo, references, pan);
    }

    public Track withMuted(boolean now) {
        return new Track(colour, gainDb, now, solo, references, pan);
    }

    public Track withSolo(boolean now) {
        return new Track(colour, gainDb, muted, now, references, pan);
    }

    public Track with(String path, ReferenceMetadata note) {
        var copy = new HashMap<>(references);
        if (note.equals(ReferenceMetadata.NONE)) copy.remove(path);
        else copy.put(path, note);
        return new Track(colour, gainDb, muted, solo, copy, pan);
    }
}
