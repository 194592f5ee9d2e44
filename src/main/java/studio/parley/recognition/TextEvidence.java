package studio.parley.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares a text with departures from it in the window a session listens to. A recogniser expects sensible sentences: it writes small words that are
 * missing and leaves out those that are said twice. How much it expects them shows when it is given the same text without any sound; what is
 * left after that is taken away is what it heard. Belongs to the session's thread.
 */
final class TextEvidence {
    /** So many departures of each kind, the most likely ones by one look at the text, are compared in full. */
    private static final int MISSING = 2;
    private static final int REPEATED = 3;
    private static final int SWAPPED = 5;
    /** A departure less likely than this with the sound is not compared without it. */
    private static final double HOPELESS = -14;

    private final WhisperModel model;
    private final WhisperSession session;
    private final List<Integer> start;

    /** @param start the tokens that begin a transcript */
    TextEvidence(WhisperModel model, WhisperSession session, List<Integer> start) {
        this.model = model;
        this.session = session;
        this.start = new ArrayList<>(start);
        this.start.add(model.info().tokens().noTimestamps());
    }

    /**
     * The given departures and the likeliest simple ones, as far as they are likely at all. The session listens to nothing afterwards.
     */
    List<Weighed> weigh(List<String> words, List<Departure> given) {
        var tokens = tokens(words);
        if (tokens.ids().isEmpty() || tokens.ids().size() > room()) return List.of();
        var table = table(tokens.ids());
        var candidates = new ArrayList<>(given);
        candidates.addAll(simple(words, tokens, table));
        candidates.removeIf(d -> tokens(d.applied(words)).ids().size() > room());
        var text = IntStream.range(0, table.length).mapToDouble(i -> table[i][i]).toArray();
        var heard = candidates.stream().map(d -> new Weighed(d, gain(d, words, tokens, text), 0)).filter(w -> w.heard() > HOPELESS).toList();
        if (heard.isEmpty()) return heard;
        session.deafen();
        var plain = logProbabilities(tokens.ids(), 0);
        return heard.stream().map(w -> new Weighed(w.departure(), w.heard(), gain(w.departure(), words, tokens, plain))).toList();
    }

    /** Until the departure both texts are the same. */
    private double gain(Departure departure, List<String> words, WordTokens tokens, double[] text) {
        int from = tokens.begins()[departure.from()];
        return Arrays.stream(logProbabilities(tokens(departure.applied(words)).ids(), from)).sum() - Arrays.stream(text, from, text.length).sum();
    }

    private int room() {
        return model.info().textPositions() - start.size();
    }

    private WordTokens tokens(List<String> words) {
        return WordTokens.of(model.info(), model.tokenizer(), words);
    }

    /** Of each token from a place on, and of the end. */
    double[] logProbabilities(List<Integer> ids, int from) {
        var out = new double[ids.size() + 1];
        follow(ids, (i, step) -> {
            if (i >= from) out[i] = step.logits()[next(ids, i)] - all(step);
        });
        return out;
    }

    /** [place][token]: how likely each token of the text, or the end, is at each of their places. */
    private double[][] table(List<Integer> ids) {
        var out = new double[ids.size() + 1][ids.size() + 1];
        follow(ids, (i, step) -> {
            double all = all(step);
            for (int j = 0; j < out.length; j++) out[i][j] = step.logits()[next(ids, j)] - all;
        });
        return out;
    }

    private int next(List<Integer> ids, int i) {
        return i < ids.size() ? ids.get(i) : model.info().tokens().end();
    }

    private double all(WhisperSession.Step step) {
        return Logits.logSum(step.logits(), 0, model.info().tokens().end() + 1);
    }

    private interface Place {
        void at(int i, WhisperSession.Step step);
    }

    /** What the decoder says at the place of each token and of the end. */
    private void follow(List<Integer> ids, Place place) {
        var fed = new ArrayList<>(start);
        fed.addAll(ids);
        var at = new int[] {1 - start.size()};
        session.rewind();
        session.feed(fed, step -> {
            if (at[0] >= 0) place.at(at[0], step);
            at[0]++;
        });
    }

    private static List<Departure> simple(List<String> words, WordTokens tokens, double[][] table) {
        var out = new ArrayList<Departure>();
        int n = words.size();
        // The last word is always in question: a recogniser completes a sentence that was cut off.
        Stream.concat(best(n, MISSING, k -> missing(tokens, table, k)).stream(), Stream.of(n - 1)).distinct().forEach(k -> out.addAll(Departure.missing(words, k)));
        best(n, REPEATED, k -> repeated(tokens, table, k)).forEach(k -> out.add(Departure.repeated(words, k)));
        best(n - 1, SWAPPED, k -> swapped(tokens, table, k)).forEach(k -> out.add(Departure.swapped(words, k)));
        return out;
    }

    private static List<Integer> best(int count, int most, IntToDoubleFunction score) {
        return IntStream.range(0, Math.max(0, count)).boxed().sorted(Comparator.comparingDouble(k -> -score.applyAsDouble(k))).limit(most).toList();
    }

    /** The next word in the place of this one. */
    private static double missing(WordTokens tokens, double[][] table, int k) {
        int next = tokens.begins()[k + 1];
        return table[tokens.begins()[k]][next] - own(tokens, table, k) - table[next][next];
    }

    /** This word once more in the place of what follows. */
    private static double repeated(WordTokens tokens, double[][] table, int k) {
        int after = tokens.marks()[k];
        return table[after][tokens.begins()[k]] - table[after][after];
    }

    /** The next word in the place of this one, and neither likely where it stands, nor what follows. */
    private static double swapped(WordTokens tokens, double[][] table, int k) {
        int after = tokens.marks()[k + 1];
        return table[tokens.begins()[k]][tokens.begins()[k + 1]] - own(tokens, table, k) - own(tokens, table, k + 1) - table[after][after];
    }

    /** Of a word without its marks. */
    private static double own(WordTokens tokens, double[][] table, int k) {
        return IntStream.range(tokens.begins()[k], tokens.marks()[k]).mapToDouble(i -> table[i][i]).sum();
    }
}
