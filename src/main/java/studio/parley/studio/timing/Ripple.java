package studio.parley.studio.timing;

/** What happens to other clips when one is moved, changes its length or is deleted. */
public enum Ripple {
    /** All others stay. */
    OFF,
    /** Later clips of the same speaker move along, others stay. */
    TRACK,
    /** All later clips move according to their relations; pinned lines stay. */
    ALL;

    /** The next mode of a key that cycles through them. */
    public Ripple next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
