package studio.parley.ui.timeline;

import java.util.Locale;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Relation;
import studio.parley.ui.kit.Texts;

/** A line's relation in words: for the badge, and for the screen reader. */
final class RelationWords {
    private RelationWords() {}

    /** Whether a line simply follows the one before: nothing worth a label. */
    static boolean isUsual(Line line) {
        return line.relation().equals(Relation.NEXT) && line.pauseMillis() == 0;
    }

    /** Short: {@code +150 ms}, {@code −300 ms overlap}, {@code together}, {@code at 4.200 s}. */
    static String badge(Line line) {
        long pause = line.pauseMillis();
        return switch (line.relation()) {
            case Relation.After(int millis) -> Texts.of("timeline.badge.after", millis(millis + pause));
            case Relation.Overlap(int millis) when pause > millis -> Texts.of("timeline.badge.after", millis(pause - millis));
            case Relation.Overlap(int millis) -> Texts.of("timeline.badge.overlap", millis(millis - pause));
            case Relation.Together() -> pause == 0 ? Texts.of("timeline.badge.together") : Texts.of("timeline.badge.together.pause",
                    millis(pause));
            case Relation.PinnedAt(int millis) -> Texts.of("timeline.badge.pinned", seconds(millis + pause));
        };
    }

    /** For sentences: "overlaps the one before by 300 milliseconds". */
    static String spoken(Line line, boolean first) {
        long pause = line.pauseMillis();
        return switch (line.relation()) {
            case Relation.PinnedAt p -> Texts.of("timeline.spoken.pinned");
            case Relation.After(int millis) -> first ? "" : Texts.of("timeline.spoken.after", millis + pause);
            case Relation.Overlap(int millis) when pause > millis -> Texts.of("timeline.spoken.after", pause - millis);
            case Relation.Overlap(int millis) -> Texts.of("timeline.spoken.overlap", millis - pause);
            case Relation.Together t -> Texts.of("timeline.spoken.together");
        };
    }

    /** {@code 150 ms}, from ten seconds on {@code 12.35 s}. */
    static String millis(long millis) {
        return millis < 10_000 ? millis + " ms" : String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f s", millis / 1000.0);
    }
}
