package studio.parley.dialogue;

/** When a line starts, said in terms of the lines before it, so that everything after reflows when a take changes length. */
public sealed interface TimingRelation {
    /** The pause between two lines when nothing else is said. */
    After NEXT = new After(200);
    /** A plain interruption ({@code ^} in a script). */
    Overlap INTERRUPTS = new Overlap(300);

    /** This long after everything before has ended. */
    record After(int millis) implements TimingRelation {
        public After {
            inRange(millis);
        }
    }

    /** This long before the turn before has ended (see {@link Timeline}), but not before it has begun. */
    record Overlap(int millis) implements TimingRelation {
        public Overlap {
            inRange(millis);
        }
    }

    /** At the same moment as the turn before. */
    record Together() implements TimingRelation {}

    /** At this moment of the conversation, whatever happens around it. */
    record PinnedAt(int millis) implements TimingRelation {
        public PinnedAt {
            inRange(millis);
        }
    }

    /** At most 500 hours, as times in scripts. */
    private static void inRange(int millis) {
        if (millis < 0 || millis > 1_800_000_000) throw new IllegalArgumentException(millis + " ms");
    }
}
