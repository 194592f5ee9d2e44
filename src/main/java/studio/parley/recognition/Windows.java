package studio.parley.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import studio.parley.problem.Cancellation;
import studio.parley.recognition.Transcript.Segment;
import studio.parley.recognition.WordAligner.Timed;

/** The windows of a recording, one after the other: each begins where the one before stopped understanding. */
final class Windows {
    /** Above this temperature text is too doubtful to go on from. */
    private static final double MOST_TEMPERATURE = 0.5;
    /** Silence before the first sound that a window keeps. */
    private static final int LEAD = RecogniserContract.SAMPLE_RATE / 5;
    /** Less audio than this holds no word. */
    private static final int LEAST = RecogniserContract.SAMPLE_RATE / 20;
    /** Samples of a window in which people repeat themselves less than in a whole one. */
    private static final int SHORT = 10 * RecogniserContract.SAMPLE_RATE;
    private static final double MOST_NO_SPEECH = 0.6;
    private static final double LEAST_PROBABILITY = 0.4;
    private static final double PER_SAMPLE = 1.0 / RecogniserContract.SAMPLE_RATE;

    private final WhisperModel model;
    private final WhisperSession session;
    private final float[] audio;
    private final TranscriptionOptions options;
    private final LanguageChoice language;
    private final SoundLevel level;
    private final WindowDecoder decoder;
    private final WordAligner aligner;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Integer> previous = new ArrayList<>();
    private double heardUntil;
    /** Windows so far, and where the last one began and ended. */
    private int count;
    private int lastFrom;
    private int lastTo;

    Windows(WhisperModel model, WhisperSession session, float[] audio, TranscriptionOptions options, LanguageChoice language) {
        this.model = model;
        this.session = session;
        this.audio = audio;
        this.options = options;
        this.language = language;
        this.level = new SoundLevel(audio);
        this.decoder = new WindowDecoder(model, session);
        this.aligner = new WordAligner(model, session);
        forget();
    }

    List<Segment> run(DoubleConsumer progress) {
        int at = 0;
        while (true) {
            Cancellation.stopIfWished();
            at = Math.max(at, level.next(at) - LEAD);
            if (level.next(at) >= audio.length || audio.length - at < LEAST) break;
            progress.accept((double) at / audio.length);
            at += Math.max(LEAST, window(at));
        }
        progress.accept(1);
        return segments;
    }

    /** All the audio, which must fit, as one window: that costs nothing if it was heard so. Empty if it is silent. */
    Optional<HeardWindow> single() {
        if (count == 0) return Optional.empty();
        if (count > 1 || lastTo < audio.length) listen(0, audio.length);
        return Optional.of(new HeardWindow(model, session, language, level, lastFrom * PER_SAMPLE, (lastTo - lastFrom) * PER_SAMPLE));
    }

    /** Hears the window at this sample; returns how far the next one is. */
    private int window(int at) {
        int to = end(at, model.info().windowSamples());
        var decoded = decoded(at, to);
        if (decoded.isRepetitive() && to - at > SHORT) {
            to = end(at, SHORT);
            decoded = decoded(at, to);
        }
        double seconds = (to - at) * PER_SAMPLE;
        if (decoded.isSilence()) return to - at;
        var cut = WindowSegments.of(decoded.tokens(), model.info().tokens(), seconds);
        double heard = keep(decoded, cut, at * PER_SAMPLE, seconds);
        if (!options.carried() || decoded.temperature() > MOST_TEMPERATURE || decoded.isDoubtful()) forget();
        if (cut.whole() || heard <= 0) return (int) Math.round(cut.advance() / PER_SAMPLE);
        // The last word is known better than the last timestamp.
        return (int) Math.round(Math.min(seconds, heard) / PER_SAMPLE);
    }

    private DecodedWindow decoded(int at, int end) {
        listen(at, end);
        language.detect();
        return decoder.decode(previous, language.start(), at / WhisperInfo.STRIDE, end - at > SHORT);
    }

    private void listen(int at, int end) {
        session.listen(audio, at, end);
        count++;
        lastFrom = at;
        lastTo = end;
    }

    /** The end of the audio if it is in reach; else a pause, so that no word is cut. */
    private int end(int at, int window) {
        return audio.length - at <= window ? audio.length : level.pause(at + window * 2 / 3, at + window);
    }

    /** Adds the window's segments; returns the end of the last word in seconds from the beginning of the window, or 0. */
    private double keep(DecodedWindow decoded, WindowSegments cut, double offset, double seconds) {
        var all = cut.cuts().stream().flatMap(c -> c.text().stream()).toList();
        var words = aligner.align(language.start(), all, seconds, language.code());
        double usual = WordTimes.usual(words);
        double end = 0;
        int word = 0;
        for (var part : cut.cuts()) {
            int taken = 0;
            var own = new ArrayList<Timed>();
            while (word < words.size() && taken < part.text().size()) {
                taken += words.get(word).tokens();
                own.add(words.get(word++));
            }
            var bounded = WordTimes.bounded(own, part.from(), part.to(), usual, heardUntil - offset);
            var segment = segment(part, bounded, decoded, offset);
            if (isNothing(segment)) continue;
            segments.add(segment);
            previous.addAll(part.text());
            heardUntil = segment.to();
            end = segment.to() - offset;
        }
        return end;
    }

    private Segment segment(WindowSegments.Cut part, List<Timed> words, DecodedWindow decoded, double offset) {
        var text = model.tokenizer().decode(part.text()).strip();
        var spoken = words.stream().map(w -> level.trimmed(w.word(offset))).filter(w -> !w.text().isEmpty()).toList();
        double from = spoken.isEmpty() ? offset + part.from() : spoken.getFirst().from();
        double to = spoken.isEmpty() ? offset + part.to() : spoken.getLast().to();
        return new Segment(from, Math.max(from, to), text, spoken, decoded.averageLogProbability(), decoded.noSpeech());
    }

    /** Text without words, or made up where nothing sounds or perhaps nobody speaks. */
    private boolean isNothing(Segment segment) {
        if (segment.text().codePoints().noneMatch(Character::isLetterOrDigit) || !level.between(segment.from(), segment.to())) return true;
        double probability = segment.words().stream().mapToDouble(Transcript.Word::probability).average().orElse(0);
        return segment.noSpeech() > MOST_NO_SPEECH && probability < LEAST_PROBABILITY || segment.noSpeech() > MOST_NO_SPEECH / 2 && probability < LEAST_PROBABILITY / 4;
    }

    /** The next window gets no text but the names to expect. */
    private void forget() {
        previous.clear();
        if (options.names().isBlank()) return;
        for (int id : model.tokenizer().ids(" " + options.names().strip())) if (model.info().tokens().isText(id)) previous.add(id);
    }
}
