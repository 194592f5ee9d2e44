package studio.parley.dialogue;

/** When a line starts, relative to the lines before it, so that later lines move along when a take changes its length. */
public sealed interface TimingRelation {
    /** The default pause between two lines. */
    After NEXT = new After(200);
    /** The default interruption ({@code ^} in a script). */
    Overlap INTERRUPTS = new Overlap(300);

    /** This long after everything before has ended. */
    record After(int millis) implements TimingRelation {
        public After {
            inRange(millis);
        }
    }

    /** This long before the previous turn has ended (see {@link Timeline}), but not before it has begun. */
    record Overlap(int millis) implements TimingRelation {
        public Overlap {
            inRange(millis);
        }
    }

    /** At the same time as the previous turn. */
    record Together() implements TimingRelation {}

    /** At this time of the conversation, independent of other lines. */
    record PinnedAt(int millis) implements TimingRelation {
        public PinnedAt {
            inRange(millis);
        }
    }

    /** At most 500 hours, like times in scripts. */
    private static void inRange(int millis) {
        if (millis < 0 || millis > 1_800_000_000) throw new IllegalArgumentException(millis + " ms");
    }
}
