package studio.parley.studio.timing;

/** What happens to the other clips when one moves, changes length or goes. */
public enum Ripple {
    /** All others keep their place. */
    OFF,
    /** Later clips of the same speaker move along, others keep their place. */
    TRACK,
    /** All that comes after reflows by its relations; pinned lines stay. */
    ALL;

    /** The next mode of a key that cycles through them. */
    public Ripple next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
