package studio.parley.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Chooses the tokens of the window a session listens to: the most likely ones, and where these are doubtful, drawn ones at rising temperatures.
 * Deterministic. Belongs to the session's thread.
 */
final class WindowDecoder {
    private static final double[] TEMPERATURES = {0, 0.2, 0.4, 0.6, 0.8, 1.0};
    /** A block of tokens this often in a row, and this many tokens in all, is no speech. */
    private static final int REPEATS = 8;
    private static final int LOOP = 24;
    /** Average log probability of tokens that say nothing about the audio. */
    private static final double GUESS = -2;
    private static final int LONGEST_BLOCK = 20;

    private final WhisperModel model;
    private final WhisperSession session;
    private final TokenRules rules;

    WindowDecoder(WhisperModel model, WhisperSession session) {
        this.model = model;
        this.session = session;
        this.rules = new TokenRules(model.info());
    }

    /**
     * @param previous text before the window, may be empty
     * @param start the tokens that begin the transcript, ending before the first timestamp
     * @param seed of the draws
     * @param isDivisible whether a shorter window may be tried, which helps more against repetition than draws do
     */
    DecodedWindow decode(List<Integer> previous, List<Integer> start, long seed, boolean isDivisible) {
        var tries = new ArrayList<DecodedWindow>();
        for (int i = 0; i < TEMPERATURES.length; i++) {
            var decoded = decode(previous, start, TEMPERATURES[i], new SplittableRandom(seed * TEMPERATURES.length + i));
            if (!decoded.isDoubtful() || isDivisible && decoded.isRepetitive()) return decoded;
            tries.add(decoded);
        }
        return best(tries, t -> !t.isRepetitive() && t.averageLogProbability() > GUESS).or(() -> best(tries, t -> !t.looping())).orElse(tries.getLast());
    }

    private static Optional<DecodedWindow> best(List<DecodedWindow> tries, Predicate<DecodedWindow> wanted) {
        return tries.stream().filter(wanted).max(Comparator.comparingDouble(DecodedWindow::averageLogProbability));
    }

    DecodedWindow decode(List<Integer> previous, List<Integer> start, double temperature, SplittableRandom random) {
        var tokens = model.info().tokens();
        var prompt = new ArrayList<Integer>();
        int half = model.info().textPositions() / 2;
        if (!previous.isEmpty()) {
            prompt.add(tokens.previous());
            prompt.addAll(previous.subList(Math.max(0, previous.size() - half + 1), previous.size()));
        }
        int begin = prompt.size();
        prompt.addAll(start);
        session.rewind();
        var state = new Choice(temperature, random);
        session.feed(prompt, step -> state.prompt(step, begin, prompt.size()));
        int most = Math.min(half, session.room());
        while (state.next != tokens.end() && state.chosen.size() < most && !state.looping) {
            state.take();
            session.feed(List.of(state.chosen.getLast()), state::choose);
        }
        int chosen = state.chosen.size();
        return new DecodedWindow(List.copyOf(state.chosen), text(state.chosen), state.sum / (chosen + 1), state.noSpeech, temperature, state.looping);
    }

    private String text(List<Integer> chosen) {
        return model.tokenizer().decode(chosen.stream().filter(model.info().tokens()::isText).toList()).strip();
    }

    /** The tokens chosen so far and the next one. */
    private final class Choice {
        private final double temperature;
        private final SplittableRandom random;
        private final List<Integer> chosen = new ArrayList<>();
        private int fed;
        private int next;
        private double nextLogProbability;
        private double sum;
        private double noSpeech;
        private boolean looping;

        Choice(double temperature, SplittableRandom random) {
            this.temperature = temperature;
            this.random = random;
        }

        void prompt(WhisperSession.Step step, int begin, int size) {
            if (fed == begin) noSpeech = Math.exp(step.logits()[model.info().tokens().noSpeech()] - Logits.logSum(step.logits(), 0, step.logits().length));
            fed++;
            if (fed == size) choose(step);
        }

        void choose(WhisperSession.Step step) {
            var logits = step.logits();
            rules.apply(logits, chosen);
            next = temperature == 0 ? Logits.argmax(logits, 0, logits.length) : Logits.sample(logits, temperature, random.nextDouble());
            nextLogProbability = logits[next] - Logits.logSum(logits, 0, logits.length);
            if (next == model.info().tokens().end()) sum += nextLogProbability;
        }

        void take() {
            sum += nextLogProbability;
            chosen.add(next);
            int block = repeated(chosen.stream().filter(model.info().tokens()::isText).toList());
            if (block == 0) return;
            looping = true;
        }
    }

    /** The length of the block with which {@code tokens} end again and again; 0 if there is none. */
    static int repeated(List<Integer> tokens) {
        for (int block = 1; block <= LONGEST_BLOCK; block++) {
            int span = Math.max(REPEATS * block, LOOP);
            if (span > tokens.size()) continue;
            var tail = tokens.subList(tokens.size() - span, tokens.size());
            if (tail.subList(block, span).equals(tail.subList(0, span - block))) return block;
        }
        return 0;
    }
}
