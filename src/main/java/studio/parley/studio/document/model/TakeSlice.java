package studio.parley.studio.document.model;

import studio.parley.dialogue.Characters;

/**
 * Which part of a take is a line's own, since the line it was made for was split: how much of the take's beginning and end belongs
 * to other lines. A new take of the line has no cut. The line's trim counts from the cut edges.
 *
 * @param words what the part says, so that the line is stale only when its words become others
 */
public record TakeSlice(int startMillis, int endMillis, String words) {
    public static final TakeSlice NONE = new TakeSlice(0, 0, "");

    public TakeSlice {
        words = Characters.text(words);
        DocumentLimits.millis(startMillis, endMillis);
    }

    /** Whether nothing is cut off, so that the take is whole. */
    public boolean isNone() {
        return startMillis == 0 && endMillis == 0;
    }
}
