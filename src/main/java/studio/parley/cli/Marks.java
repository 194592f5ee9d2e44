package studio.parley.cli;

import studio.parley.studio.Marking;
import studio.parley.studio.Places;

/** The watermark a command puts in. */
final class Marks {
    private Marks() {}

    static Marking of(boolean unmarked, Places places) {
        return unmarked ? Marking.none() : Marking.of(places);
    }
}
