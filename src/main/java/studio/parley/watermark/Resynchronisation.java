package studio.parley.watermark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the watermark in sound whose speed, pitch or tempo was changed by up to about a semitone (6 %): all changes coarsely in an excerpt
 * ({@link OffsetSearch}), then the best of them finely ({@link Track}).
 *
 * <p>Every guess (a change, where the signs start, which part of the sound) has a share of the whole that is fixed beforehand, and the
 * evidence is the mean of all guesses with these shares. Guesses that are not tried finely count as no evidence. So the number of guesses
 * is accounted for, and the probability of evidence above x is at most 1 / x, as for one guess.
 */
final class Resynchronisation {
    private static final int EXCERPT = 12 * WatermarkBand.RATE;
    /** Sound that is not much longer than the excerpt is searched whole. */
    private static final int LONGEST_EXCERPT = 15 * WatermarkBand.RATE;
    /** The best guesses are tried on so much sound around the excerpt, too. */
    private static final int LONGEST = 60 * WatermarkBand.RATE;
    private static final int TRIED_LONG = 4;
    /** Of each change, at most so many places are candidates. */
    private static final int PLACES = 8;
    /** Starts of the signs: one in so many samples, well within the slack of a track. */
    private static final int START_STEP = 128;

    private final float[] sound;
    private final float[] signs;
    private final Section excerpt;

    /** Part of the sound, samples. */
    private record Section(int from, int to) {}

    private record Candidate(Change change, OffsetSearch.Peak peak) {}

    /** A change and where the signs start in the sound so stretched, a multiple of {@link #START_STEP}. */
    private record Guess(Change change, int start) {
        /** They allow nearly the same deviations. */
        List<Guess> neighbours() {
            return IntStream.of(-2, -1, 1, 2).mapToObj(n -> at(start + n * START_STEP)).toList();
        }

        Guess at(int other) {
            return new Guess(change, Math.floorMod(other, WatermarkBand.PERIOD));
        }
    }

    /** A guess and the logarithm of its evidence, weighed by its share. */
    private record Result(Guess guess, double log) {}

    private Resynchronisation(float[] sound, float[] signs) {
        this.sound = sound;
        this.signs = signs;
        this.excerpt = sound.length <= LONGEST_EXCERPT ? new Section(0, sound.length) : loudest(sound);
    }

    /**
     * The logarithm of the evidence in one channel at 24 kHz, after {@link Whitening}; at most 0 means none.
     *
     * @param grid {@link Change#grid}, or part of it: the shares of the rest are lost
     */
    static double logEvidence(float[] sound, float[] signs, List<List<Change>> grid) {
        if (sound.length < WatermarkBand.RATE || IntStream.range(0, sound.length).allMatch(i -> sound[i] == 0)) return 0;
        return new Resynchronisation(sound, signs).search(grid);
    }

    private double search(List<List<Change>> grid) {
        var guesses = new LinkedHashSet<Guess>();
        for (var c : candidates(grid)) for (var change : c.change.fine()) guesses.add(new Guess(change, start(c.peak)));
        var results = new ArrayList<>(guesses.parallelStream().map(this::tryExcerpt).toList());
        results.sort(Comparator.comparingDouble(r -> -r.log));
        var best = results.getFirst().guess;
        if (isLong()) for (var r : List.copyOf(results.subList(0, Math.min(results.size(), TRIED_LONG)))) results.add(tryLong(r.guess));
        for (var neighbour : best.neighbours()) if (guesses.add(neighbour)) results.add(tryExcerpt(neighbour));
        double log = Double.NEGATIVE_INFINITY;
        for (var r : results) log = logOfSum(log, r.log);
        return log <= 0 ? log : log / track(best.change, best.start, excerpt).repetition();
    }

    private static int start(OffsetSearch.Peak peak) {
        return (peak.offset() + START_STEP / 2) / START_STEP * START_STEP % WatermarkBand.PERIOD;
    }

    private boolean isLong() {
        return excerpt.to - excerpt.from < sound.length;
    }

    /** Whitened sound is strong where there is speech. */
    private static Section loudest(float[] sound) {
        var sums = new double[sound.length + 1];
        for (int i = 0; i < sound.length; i++) sums[i + 1] = sums[i] + sound[i] * (double) sound[i];
        int best = 0;
        for (int i = 0; i + EXCERPT <= sound.length; i++) if (sums[i + EXCERPT] - sums[i] > sums[best + EXCERPT] - sums[best]) best = i;
        return new Section(best, best + EXCERPT);
    }

    private float[] stretched(Section s, double length) {
        return Stretch.by(Arrays.copyOfRange(sound, s.from, s.to), length);
    }

    private Track track(Change change, double start, Section section) {
        return new Track(stretched(section, change.length()), signs, start, change.tempo());
    }

    /** The best places of each kind. */
    private List<Candidate> candidates(List<List<Change>> grid) {
        var search = new OffsetSearch(signs);
        Map<Change.Kind, List<Candidate>> all = new EnumMap<>(Change.Kind.class);
        grid.parallelStream().map(changes -> places(search, changes)).toList().forEach(places -> {
            for (var c : places) all.computeIfAbsent(c.change.kind(), k -> new ArrayList<>()).add(c);
        });
        var best = new ArrayList<Candidate>();
        for (var kind : all.entrySet()) {
            kind.getValue().sort(Comparator.comparingDouble(c -> -c.peak.height()));
            best.addAll(kind.getValue().subList(0, Math.min(kind.getValue().size(), kind.getKey().tried)));
        }
        return best;
    }

    /** For changes of the same length. */
    private List<Candidate> places(OffsetSearch search, List<Change> changes) {
        var tempos = changes.stream().mapToDouble(Change::tempo).toArray();
        var peaks = search.peaks(stretched(excerpt, changes.getFirst().length()), tempos, PLACES);
        var all = new ArrayList<Candidate>();
        for (int c = 0; c < tempos.length; c++) for (var peak : peaks.get(c)) all.add(new Candidate(changes.get(c), peak));
        return all;
    }

    private double logShare(Change change) {
        return Math.log(change.kind().share * START_STEP / WatermarkBand.PERIOD / (isLong() ? 2 : 1));
    }

    private Result tryExcerpt(Guess guess) {
        return new Result(guess, logShare(guess.change) + track(guess.change, guess.start, excerpt).logEvidence());
    }

    /** The same guess for more of the sound. */
    private Result tryLong(Guess guess) {
        int from = Math.clamp((excerpt.from + excerpt.to - LONGEST) / 2, 0, Math.max(0, sound.length - LONGEST));
        var section = new Section(from, Math.min(sound.length, from + LONGEST));
        double start = guess.start - guess.change.tempo() * guess.change.length() * (excerpt.from - from);
        return new Result(guess, logShare(guess.change) + track(guess.change, start, section).logEvidence());
    }

    static double logOfSum(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY ? most : most + Math.log(Math.exp(a - most) + Math.exp(b - most));
    }
}
