package studio.parley.studio.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.parley.speaker.Embedding;
import studio.parley.studio.likeness.Likeness;

/**
 * Sorts recordings by voice: those of most speech become groups, which are joined from the most alike on while they may be one voice, or until there are
 * as many as wanted; all others join the voice that they are most like.
 */
final class VoiceSorting {
    /** Seconds of speech that a group can begin with. */
    private static final double LEAST = 1.2;
    /** Seconds of speech in all that make a speaker, if nobody says how many there are. */
    private static final double LEAST_OF_SPEAKER = 3;
    /** Groups to begin with: each is compared with each. */
    private static final int MOST = 1500;

    /** Groups of one voice are more alike than the border by 0.12 and more. */
    private static final double BARELY = 0.06;

    private final List<Group> groups = new ArrayList<>();
    private int begun;
    /** By how much the least alike of two groups that were joined, each enough for a speaker, are above the border. */
    private double closest = Double.POSITIVE_INFINITY;

    private static final class Group {
        private Embedding voice;

        Group(Embedding voice) {
            this.voice = voice;
        }
    }

    /**
     * Voices by their speakers.
     *
     * @param speakers the number of its speaker for each voice, from 0 in the order in which they first appear
     * @param areAlike whether nobody said how many speakers there are, and one of them may be several who sound alike
     */
    record Sorted(int[] speakers, boolean areAlike) {}

    private VoiceSorting() {}

    /**
     * A recording without a voice has the speaker of the one before.
     *
     * @param number how many speakers there are, if known
     */
    static Sorted sort(List<Optional<Embedding>> voices, OptionalInt number) {
        var sorting = new VoiceSorting();
        sorting.begin(voices, number);
        sorting.join(number);
        if (number.isEmpty()) sorting.dropSmall();
        return new Sorted(sorting.assigned(voices), number.isEmpty() && sorting.areAlike());
    }

    private void begin(List<Optional<Embedding>> voices, OptionalInt number) {
        var known = voices.stream().flatMap(Optional::stream).sorted(Comparator.comparingDouble(Embedding::seconds).reversed()).limit(MOST).toList();
        long large = known.stream().filter(v -> v.seconds() >= LEAST).count();
        known.stream().limit(Math.max(large, number.orElse(1))).forEach(v -> groups.add(new Group(v)));
        begun = groups.size();
    }

    private void join(OptionalInt number) {
        var excess = new ArrayList<double[]>();
        for (var a : groups) excess.add(groups.stream().mapToDouble(b -> a == b ? Double.NEGATIVE_INFINITY : excess(a, b)).toArray());
        while (groups.size() > number.orElse(1)) {
            int one = 0;
            int other = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < groups.size(); i++) for (int j = i + 1; j < groups.size(); j++) {
                if (excess.get(i)[j] <= most) continue;
                most = excess.get(i)[j];
                one = i;
                other = j;
            }
            if (number.isEmpty() && most < 0) return;
            if (Math.min(groups.get(one).voice.seconds(), groups.get(other).voice.seconds()) >= LEAST_OF_SPEAKER) closest = Math.min(closest, most);
            join(one, other, excess);
        }
    }

    /** The last group takes the place of the joined one, so that rows stay where they are. */
    private void join(int one, int other, List<double[]> excess) {
        groups.get(one).voice = Embedding.mean(List.of(groups.get(one).voice, groups.get(other).voice));
        int last = groups.size() - 1;
        groups.set(other, groups.get(last));
        excess.set(other, excess.get(last));
        for (int i = 0; i < last; i++) excess.get(i)[other] = excess.get(i)[last];
        groups.removeLast();
        excess.removeLast();
        if (other < last) excess.get(other)[other] = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < last; i++) {
            if (i == one) continue;
            double now = excess(groups.get(one), groups.get(i));
            excess.get(one)[i] = now;
            excess.get(i)[one] = now;
        }
    }

    /** How much more alike two groups are than two of other voices would be; below 0 they are two voices. */
    private static double excess(Group a, Group b) {
        return a.voice.likeness(b.voice) - Likeness.border(a.voice.seconds(), b.voice.seconds());
    }

    /** Voices of one person, and those of several who sound the same, differ in nothing that could be measured. */
    private boolean areAlike() {
        return groups.size() == 1 && begun > 1 || closest < BARELY;
    }

    private void dropSmall() {
        double most = groups.stream().mapToDouble(g -> g.voice.seconds()).max().orElse(0);
        groups.removeIf(g -> g.voice.seconds() < Math.min(LEAST_OF_SPEAKER, most));
    }

    private int[] assigned(List<Optional<Embedding>> voices) {
        var order = new ArrayList<Group>();
        var out = new int[voices.size()];
        Group before = null;
        for (int i = 0; i < out.length; i++) {
            var voice = voices.get(i);
            var nearest = voice.flatMap(v -> groups.stream().max(Comparator.comparingDouble(g -> v.likeness(g.voice))));
            if (nearest.isPresent()) before = nearest.get();
            if (before != null && !order.contains(before)) order.add(before);
            out[i] = before == null ? 0 : order.indexOf(before);
        }
        return out;
    }
}
