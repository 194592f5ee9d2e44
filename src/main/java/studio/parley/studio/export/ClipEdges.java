package studio.parley.studio.export;

import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.LineSettings;

/**
 * From when to when a take is played after cut and trim, in milliseconds of the whole take at the line's speed. Integers, so that every
 * edge can be met by a relation to the sample.
 */
public record ClipEdges(long start, long end) {
    public static ClipEdges of(Take take, LineSettings own) {
        var cut = own.cut(take.id());
        long from = (long) cut.startMillis() + own.trimStartMillis();
        long to = whole(take) - cut.endMillis() - own.trimEndMillis();
        return new ClipEdges(heard(from, own.speed()), heard(to, own.speed()));
    }

    /** What a line's trim leaves; may be empty; see {@link #of}. */
    public static ClipEdges untrimmed(Take take, LineSettings own) {
        return of(take, own.withTrim(0, 0));
    }

    /** A take's length, rounded up to the next millisecond; takes of speech are integers, since a frame is 80 ms. */
    public static long whole(Take take) {
        return Math.ceilDiv(take.samples() * 1000, (long) take.rate());
    }

    /** The stretched position of a moment of a take. */
    public static long heard(long millis, double speed) {
        return speed == 1 ? millis : Math.round(millis / speed);
    }

    /** The moment of a take at a stretched position; for slower speeds, the nearest in whole milliseconds. */
    public static long taken(long millis, double speed) {
        return speed == 1 ? millis : Math.round(millis * speed);
    }
}
