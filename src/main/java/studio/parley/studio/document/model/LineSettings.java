package studio.parley.studio.document.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import studio.parley.dialogue.Take;

/**
 * The studio's settings of one line besides its text: non-destructive edits of its clip, flags, and the inputs of its takes. All times
 * apply to every take of the line, including new ones; none of them makes a take stale.
 *
 * @param gainDb added to the track's gain; -60 to 24
 * @param fadeInMillis and {@code fadeOutMillis}: equal-power ramps at the trimmed edges
 * @param trimStartMillis and {@code trimEndMillis}: how much of the take's start and end is cut off
 * @param speed playback speed of the take at its own pitch; 0.5 to 2. Cut and trim are in the take's own time, fades in the stretched time
 * @param locked nothing renders over it; the take in use stays
 * @param flagged marked by a listener as not good yet
 * @param listening the context choice of the line
 * @param stars 1 to 5 by take id
 * @param heard by take id: the inputs of the take
 * @param cuts by take id: which part of the take belongs to this line, for takes made before the line was split
 * @param wordRetries see {@link ProjectSettings}; empty: the project's
 */
public record LineSettings(double gainDb, int fadeInMillis, int fadeOutMillis, int trimStartMillis, int trimEndMillis, double speed,
                         boolean locked, boolean flagged, ContextSelection listening, Map<String, Integer> stars, Map<String, TakeInputs> heard,
                         Map<String, TakeSlice> cuts, OptionalInt wordRetries) {
    public static final LineSettings NONE = new LineSettings(0, 0, 0, 0, 0, 1, false, false, ContextSelection.INHERITED, Map.of(), Map.of(), Map.of(), OptionalInt.empty());

    public LineSettings {
        DocumentLimits.gain(gainDb);
        DocumentLimits.speed(speed);
        gainDb += 0.0;
        DocumentLimits.millis(fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis);
        stars = Map.copyOf(stars);
        heard = Map.copyOf(heard);
        cuts = Map.copyOf(cuts);
        wordRetries.ifPresent(DocumentLimits::retries);
        for (int s : stars.values()) if (s < 1 || s > 5) throw new IllegalArgumentException(s + " stars");
    }

    /** The part of a take that belongs to the line. */
    public TakeSlice cut(String take) {
        return cuts.getOrDefault(take, TakeSlice.NONE);
    }

    public LineSettings withGain(double db) {
        return new LineSettings(db, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, speed, locked, flagged, listening, stars, heard,
                cuts, wordRetries);
    }

    public LineSettings withFades(int in, int out) {
        return new LineSettings(gainDb, in, out, trimStartMillis, trimEndMillis, speed, locked, flagged, listening, stars, heard, cuts, wordRetries);
    }

    public LineSettings withTrim(int start, int end) {
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, start, end, speed, locked, flagged, listening, stars, heard, cuts, wordRetries);
    }

    public LineSettings withSpeed(double times) {
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, times, locked, flagged, listening,
                stars, heard, cuts, wordRetries);
    }

    public LineSettings withLocked(boolean now) {
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, speed, now, flagged, listening, stars, heard,
                cuts, wordRetries);
    }

    public LineSettings withFlagged(boolean now) {
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, speed, locked, now, listening, stars, heard,
                cuts, wordRetries);
    }

    public LineSettings with(ContextSelection other) {
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, speed, locked, flagged, other, stars, heard,
                cuts, wordRetries);
    }

    /** Sets the stars of a take; 0 removes them. */
    public LineSettings withStars(String take, int count) {
        var copy = new HashMap<>(stars);
        if (count == 0) copy.remove(take);
        else copy.put(take, count);
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, speed, locked, flagged, listening, copy, heard,
                cuts, wordRetries);
    }

    public LineSettings withHeard(String take, TakeInputs hearing) {
        var copy = new HashMap<>(heard);
        copy.put(take, hearing);
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, speed, locked, flagged, listening, stars, copy,
                cuts, wordRetries);
    }

    public LineSettings withCut(String take, TakeSlice cut) {
        var copy = new HashMap<>(cuts);
        if (cut.isNone()) copy.remove(take);
        else copy.put(take, cut);
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, speed, locked, flagged, listening, stars,
                heard, copy, wordRetries);
    }

    /** Empty: as in the project. */
    public LineSettings withWordRetries(OptionalInt most) {
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, speed, locked, flagged, listening, stars, heard, cuts, most);
    }

    /** Whether it has any content, all of which belongs to existing takes. Called for every line after every key press. */
    boolean isOf(List<Take> takes) {
        return isAmong(stars, takes) && isAmong(heard, takes) && isAmong(cuts, takes) && (!heard.isEmpty() || !equals(NONE));
    }

    /** Without settings of deleted takes. */
    LineSettings keeping(List<Take> takes) {
        var ids = new HashSet<String>();
        for (var take : takes) ids.add(take.id());
        var fewer = new HashMap<>(stars);
        var known = new HashMap<>(heard);
        var parts = new HashMap<>(cuts);
        fewer.keySet().retainAll(ids);
        known.keySet().retainAll(ids);
        parts.keySet().retainAll(ids);
        return new LineSettings(gainDb, fadeInMillis, fadeOutMillis, trimStartMillis, trimEndMillis, speed, locked, flagged, listening, fewer,
                known, parts, wordRetries);
    }

    private static boolean isAmong(Map<String, ?> byTake, List<Take> takes) {
        // Called for every line after every key press.
        if (byTake.isEmpty()) return true;
        int found = 0;
        for (var take : takes) if (byTake.containsKey(take.id())) found++;
        return found == byTake.size();
    }
}
