package studio.parley.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.recognition.Transcript.Word;

/**
 * Speech to text: audio of any length, and the times of words. Deterministic. Owns working memory of the networks and belongs to one thread;
 * {@link Cancellation} of that thread ends it at once, with a {@link java.util.concurrent.CancellationException}.
 */
public final class Transcriber implements AutoCloseable {
    private static final String ENGLISH = "en";
    private final WhisperModel model;
    private final WhisperSession session;
    private Optional<Windows> heard = Optional.empty();

    /** The model must stay open until this is closed. */
    public Transcriber(WhisperModel model) {
        this.model = model;
        this.session = new WhisperSession(model);
    }

    /**
     * What is said in {@code audio}, with the times of all words. Silence has no segments.
     *
     * @param progress receives the fraction that is done, 0 to 1
     * @throws Problem if the model does not know the language
     */
    public Transcript transcribe(Pcm audio, TranscriptionOptions options, DoubleConsumer progress) {
        var samples = samples(audio);
        var language = new LanguageChoice(model.info(), session);
        options.language().ifPresent(language::set);
        var windows = new Windows(model, session, samples, options, language);
        heard = Optional.empty();
        var segments = windows.run(progress);
        if (samples.length <= model.info().windowSamples()) heard = Optional.of(windows);
        return new Transcript(language.code(), audio.seconds(), segments);
    }

    /** What was transcribed last, once; empty if it is silent, or too long for a window. */
    public Optional<HeardWindow> window() {
        var last = heard;
        heard = Optional.empty();
        return last.flatMap(Windows::single);
    }

    /**
     * When the words of {@code text}, which is what is said, are spoken.
     *
     * @param language as in {@link TranscriptionOptions}; English if the model knows no other
     * @throws Problem if the audio is longer than a window, or the text too long for one
     */
    public List<Word> align(Pcm audio, String text, String language) {
        if (audio.seconds() > longest()) throw Problem.input(String.format(Locale.ROOT, "The recording takes %.1f s, and words that are known can be found in at most "
                + "%.0f s. Cut it into shorter pieces.", audio.seconds(), longest()));
        var tokens = new ArrayList<Integer>();
        for (int id : model.tokenizer().ids(" " + text.strip().replaceAll("\\s+", " "))) if (model.info().tokens().isText(id)) tokens.add(id);
        var samples = samples(audio);
        var choice = new LanguageChoice(model.info(), session);
        choice.set(model.info().isMultilingual() ? language : ENGLISH);
        int room = model.info().textPositions() - choice.start().size() - 2;
        if (text.isBlank() || samples.length == 0) return List.of();
        if (tokens.size() > room) throw Problem.input(String.format(Locale.ROOT, "The text is too long for its %.1f s of audio: %d words or parts of words, "
                + "and at most %d can be found in one piece. Split the line.", audio.seconds(), tokens.size(), room));
        heard = Optional.empty();
        session.listen(samples, 0, samples.length);
        var timed = new WordAligner(model, session).align(choice.start(), tokens, audio.seconds(), choice.code());
        var level = new SoundLevel(samples);
        return timed.stream().map(w -> level.trimmed(w.word(0))).toList();
    }

    /** Seconds of a window. */
    private double longest() {
        return (double) model.info().windowSamples() / RecogniserContract.SAMPLE_RATE;
    }

    /** One channel at 16 kHz. */
    static float[] samples(Pcm audio) {
        int rate = audio.rate();
        var out = new float[(int) Math.ceilDiv((long) audio.frames() * RecogniserContract.SAMPLE_RATE, rate)];
        var resampler = new Resampler(rate, RecogniserContract.SAMPLE_RATE);
        int filled = 0;
        for (int from = 0; from < audio.frames(); from += rate) {
            Cancellation.stopIfWished();
            var part = resampler.push(audio.slice(from, Math.min(audio.frames(), from + rate)).toMono().samples(0));
            System.arraycopy(part, 0, out, filled, part.length);
            filled += part.length;
        }
        var rest = resampler.finish();
        System.arraycopy(rest, 0, out, filled, rest.length);
        return out;
    }

    @Override
    public void close() {
        session.close();
    }
}
