package studio.parley.ui.timeline;

/** How the view follows the playhead while it plays. */
enum Follow {
    /** Turns the page when the playhead leaves it. */
    PAGE,
    /** Keeps the playhead in the middle. */
    SMOOTH,
    OFF;

    Follow next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
