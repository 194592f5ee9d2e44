package studio.parley.studio.likeness;

import java.util.Locale;

/** Something about the voices of the cast, not about one line. */
public sealed interface CastFinding {
    /** For people: one sentence. */
    String sentence();

    /** Two speakers can hardly be told apart. {@code likeness} 0 to 1. */
    record Twins(String one, String other, double likeness) implements CastFinding {
        @Override
        public String sentence() {
            return String.format(Locale.ROOT, "%s and %s sound alike (likeness %.2f). Give one of them another reference clip.", one, other, likeness);
        }
    }

    /**
     * A speaker's voice changes from the first to the last lines.
     *
     * @param first and {@code last}: numbers of lines from 1, the last of the early and the first of the late ones
     */
    record Drift(String speaker, double likeness, int first, int last) implements CastFinding {
        @Override
        public String sentence() {
            return String.format(Locale.ROOT, "%s's voice changes: from line %d on it differs from that up to line %d (likeness %.2f).", speaker, last, first, likeness);
        }
    }
}
