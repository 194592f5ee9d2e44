package studio.parley.studio.document.model;

import studio.parley.dialogue.AllowedText;

/**
 * The part of a take that belongs to a line, after the line it was made for was split: how much of the take's start and end belongs to
 * other lines. A new take of the line has no cut. The line's trim counts from the cut edges.
 *
 * @param words the text of this part, so that the line is stale only if its text changes
 */
public record TakeSlice(int startMillis, int endMillis, String words) {
    public static final TakeSlice NONE = new TakeSlice(0, 0, "");

    public TakeSlice {
        words = AllowedText.text(words);
        DocumentLimits.millis(startMillis, endMillis);
    }

    /** Whether nothing is cut off. */
    public boolean isNone() {
        return startMillis == 0 && endMillis == 0;
    }
}
