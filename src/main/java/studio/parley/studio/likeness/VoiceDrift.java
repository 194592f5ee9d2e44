package studio.parley.studio.likeness;

import java.util.List;
import java.util.Optional;
import studio.parley.speaker.Embedding;

/**
 * Whether a voice changes in the course of a scene: the first third of its lines against the last.
 *
 * @param first the last line of the first third, {@code last} the first one of the last third; numbers from 1
 */
record VoiceDrift(double likeness, int first, int last) {
    private static final int LEAST_LINES = 6;
    /** Seconds of speech in each third. */
    private static final double LEAST_SPEECH = 4;

    /** A line by its number. */
    record Said(int line, Embedding voice) {}

    /** @param said in the order of the script */
    static Optional<VoiceDrift> of(List<Said> said) {
        if (said.size() < LEAST_LINES) return Optional.empty();
        int third = said.size() / 3;
        var early = said.subList(0, third);
        var late = said.subList(said.size() - third, said.size());
        var before = Embedding.mean(early.stream().map(Said::voice).toList());
        var after = Embedding.mean(late.stream().map(Said::voice).toList());
        if (Math.min(before.seconds(), after.seconds()) < LEAST_SPEECH) return Optional.empty();
        double likeness = before.likeness(after);
        return likeness < Likeness.leastOfMany() ? Optional.of(new VoiceDrift(likeness, early.getLast().line(), late.getFirst().line())) : Optional.empty();
    }
}
