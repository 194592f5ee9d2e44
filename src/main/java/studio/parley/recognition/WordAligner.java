package studio.parley.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.parley.recognition.Transcript.Word;

/**
 * Times of given words in the window a session listens to: the tokens are fed once more, and the weights with which the alignment heads look at the
 * audio show when each is spoken. Belongs to the session's thread.
 */
final class WordAligner {
    private static final int MEDIAN = 7;
    /** Seconds by which attention follows the beginning of a word: the median against a forced alignment of recordings, with tiny.en. */
    private static final double LAG = 0.1;
    private final WhisperModel model;
    private final WhisperSession session;

    WordAligner(WhisperModel model, WhisperSession session) {
        this.model = model;
        this.session = session;
    }

    /**
     * A word with its tokens; {@code text} has its spaces. Times are seconds from the beginning of the window.
     */
    record Timed(String text, int tokens, double from, double to, double probability) {
        Timed at(double newFrom, double newTo) {
            return new Timed(text, tokens, newFrom, newTo, probability);
        }

        Word word(double offset) {
            return new Word(text.strip(), offset + from, offset + to, probability);
        }
    }

    /** For each token of a text the position at which it begins, then the end of the last; and how likely each token is. */
    record Found(int[] begins, double[] probabilities) {}

    /**
     * Every word of {@code text}, punctuation with its neighbour.
     *
     * @param start the tokens that begin a transcript
     * @param seconds of the window that hold audio
     */
    List<Timed> align(List<Integer> start, List<Integer> text, double seconds, String language) {
        if (text.isEmpty()) return List.of();
        var splitter = new WordSplitter(model.tokenizer(), language);
        return WordTimes.refined(timed(splitter.split(text), align(start, text, seconds)), splitter.isSpaced());
    }

    Found align(List<Integer> start, List<Integer> text, double seconds) {
        int positions = Math.clamp((int) Math.round(seconds / WhisperInfo.STEP), 1, model.info().audioPositions());
        var fed = new ArrayList<>(start);
        fed.add(model.info().tokens().noTimestamps());
        fed.addAll(text);
        fed.add(model.info().tokens().end());
        var probabilities = new double[text.size()];
        var attention = attention(fed, start.size(), text, positions, probabilities);
        return new Found(DynamicTimeWarping.entries(cost(attention, start.size(), text.size() + 1)), probabilities);
    }

    private static List<Timed> timed(List<WordSplitter.Piece> pieces, Found found) {
        var begins = new double[pieces.size() + 1];
        int at = 0;
        for (int i = 0; i <= pieces.size(); i++) {
            double begin = found.begins()[at] * WhisperInfo.STEP;
            begins[i] = i < pieces.size() && pieces.get(i).isWord() ? Math.max(i == 0 ? 0 : begins[i - 1], begin - LAG) : begin;
            if (i < pieces.size()) at += pieces.get(i).tokens().size();
        }
        var out = new ArrayList<Timed>();
        at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int end = at + pieces.get(i).tokens().size();
            double p = Arrays.stream(found.probabilities(), at, end).average().orElse(0);
            out.add(new Timed(pieces.get(i).text(), pieces.get(i).tokens().size(), begins[i], Math.max(begins[i], begins[i + 1]), p));
            at = end;
        }
        return out;
    }

    /** [head][token][position]; also fills in the probability of each token of the text. */
    private float[][][] attention(List<Integer> fed, int start, List<Integer> text, int positions, double[] probabilities) {
        var out = new float[model.info().alignmentHeads().size()][fed.size()][];
        var at = new int[1];
        session.rewind();
        session.feed(fed, step -> {
            int i = at[0]++;
            for (int head = 0; head < out.length; head++) out[head][i] = Arrays.copyOf(step.attention()[head], positions);
            int said = i - start;
            if (said >= 0 && said < text.size()) {
                probabilities[said] = Math.exp(step.logits()[text.get(said)] - Logits.logSum(step.logits(), 0, model.info().tokens().end()));
            }
        });
        return out;
    }

    /** Rows {@code from .. from + rows} of what the heads agree on, negative where they look. */
    private static double[][] cost(float[][][] attention, int from, int rows) {
        var cost = new double[rows][attention[0][0].length];
        for (var head : attention) {
            share(head);
            normalise(head);
            for (int i = 0; i < rows; i++) {
                var smooth = median(head[from + i]);
                for (int t = 0; t < smooth.length; t++) cost[i][t] -= smooth[t] / attention.length;
            }
        }
        return cost;
    }

    /** Weights among the positions that are left. */
    private static void share(float[][] head) {
        for (var row : head) {
            double sum = 0;
            for (var v : row) sum += v;
            if (sum > 0) for (int t = 0; t < row.length; t++) row[t] /= (float) sum;
        }
    }

    /** At each position, over all tokens: mean 0 and deviation 1. */
    private static void normalise(float[][] head) {
        for (int t = 0; t < head[0].length; t++) {
            double sum = 0;
            double squares = 0;
            for (var row : head) sum += row[t];
            double mean = sum / head.length;
            for (var row : head) squares += (row[t] - mean) * (row[t] - mean);
            double deviation = Math.sqrt(squares / head.length);
            for (var row : head) row[t] = deviation == 0 ? 0 : (float) ((row[t] - mean) / deviation);
        }
    }

    /** The median around each value; ends are reflected, short rows unchanged. */
    static float[] median(float[] row) {
        int reach = MEDIAN / 2;
        if (row.length <= reach) return row;
        var out = new float[row.length];
        var near = new float[MEDIAN];
        for (int t = 0; t < row.length; t++) {
            for (int k = -reach; k <= reach; k++) {
                int at = Math.abs(t + k);
                near[k + reach] = row[at < row.length ? at : 2 * (row.length - 1) - at];
            }
            Arrays.sort(near);
            out[t] = near[reach];
        }
        return out;
    }
}
