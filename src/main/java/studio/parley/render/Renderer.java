package studio.parley.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.ContextWindow.Fit;
import studio.parley.speech.GenerationSession;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.StopRule;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.model.Sampling;

/**
 * Renders lines to takes: generates all takes of a line, or lines that do not hear each other, as one batch with one
 * {@link GenerationSession} (so that only what is new is computed), decodes, checks and finishes them (watermark). Nothing is written to disk. One thread at a time.
 */
public final class Renderer implements AutoCloseable {
    private final SpeechModel model;
    private final UnaryOperator<Pcm> finish;
    private final int retries;
    private final int rows;
    private boolean isAfterFallback;
    private @Nullable GenerationSession session;

    /**
     * @param finish the final processing of every take's audio: the watermark
     * @param rows the maximum number of takes or lines at once
     * @param retries how often a line with a serious issue is rendered again with another seed
     */
    public Renderer(SpeechModel model, UnaryOperator<Pcm> finish, int rows, int retries) {
        this.model = model;
        this.finish = finish;
        this.retries = retries;
        this.rows = rows;
        model.withFallback(this::session);
    }

    /**
     * The context of a line and how long it may be: pure, the same for the same prompt. With a maximum length of its own a line gets all
     * context that fits; else space is reserved from the text. Any thread.
     */
    public static Fit fit(SpeechModel model, UtteranceRequest prompt) {
        int capacity = model.info().context();
        int positions = model.prompt().cost(prompt.speaker(), prompt.text()) + prompt.heard().stream().mapToInt(model.prompt()::cost).sum();
        if (prompt.maxFrames() > 0 && positions + prompt.maxFrames() <= capacity) {
            return new Fit(prompt.heard(), List.of(), positions, prompt.maxFrames(), capacity, Optional.empty());
        }
        return model.contextWindow().fit(prompt.heard(), prompt.speaker(), prompt.text());
    }

    /**
     * Renders all takes of a line.
     *
     * @throws CancellationException if {@link studio.parley.problem.Cancellation} requests it, even within a run of a network
     */
    public List<RenderedTake> render(Utterance line) {
        return render(List.of(line)).getFirst();
    }

    /**
     * Renders lines as rows of one batch. Each take is the same as if its line were rendered without the others.
     *
     * @param lines one, or several that {@linkplain Utterance#goesWith go with} each other, at most as many as this has rows
     * @return the takes of each line; none of a line that was cancelled meanwhile
     * @throws CancellationException if {@link studio.parley.problem.Cancellation} requests it, even within a run of a network
     */
    public List<List<RenderedTake>> render(List<Utterance> lines) {
        var made = model.withFallback(() -> rendered(lines), () -> lines.forEach(l -> l.listener().restart()));
        lines.getLast().fit().upcoming().ifPresent(this::prepare);
        return made;
    }

    private List<List<RenderedTake>> rendered(List<Utterance> lines) {
        long begin = System.nanoTime();
        lines.forEach(l -> l.listener().status(new RenderStatus.Preparing()));
        var attempts = speak(lines);
        var out = new ArrayList<List<RenderedTake>>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var takes = new ArrayList<RenderedTake>();
            for (var attempt : attempts.get(i)) if (!line.listener().isCancelled()) takes.add(finished(line, retried(line, attempt), begin));
            out.add(line.listener().isCancelled() ? List.of() : takes);
        }
        return out;
    }

    /** The session on the device that computes now. */
    private GenerationSession session() {
        var open = session;
        if (open != null && isAfterFallback == model.hasFallenBack()) return open;
        close();
        isAfterFallback = model.hasFallenBack();
        var fresh = model.session(rows);
        session = fresh;
        return fresh;
    }

    /** Only saves time later: cancelling it does not lose the finished line. */
    private void prepare(List<ContextTurn> context) {
        try {
            model.withFallback(() -> {
                session().prepare(context);
                return context;
            });
        } catch (CancellationException e) {
            return;
        }
    }

    /** Renders a take with a serious issue again with other seeds, and adds a note to its issues. */
    private Attempt retried(Utterance line, Attempt attempt) {
        var notes = new ArrayList<String>();
        for (int i = 1; i <= attempts(attempt) && isSerious(attempt); i++) {
            notes.add("seed " + attempt.sampling().seed() + " was made again with another: " + serious(attempt));
            line.listener().restart();
            attempt = speak(List.of(line.alone(attempt.sampling().withSeed(SeedDerivation.again(attempt.sampling().seed(), i))))).getFirst().getFirst();
        }
        return attempt.with(notes);
    }

    /** No speech at all is always worth another attempt, except with greedy decoding, which gives the same again. */
    private int attempts(Attempt attempt) {
        if (attempt.sampling().temperature() == 0 && attempt.sampling().depthTemperature() == 0) return 0;
        return attempt.codes().frames() == 0 ? Math.max(3, retries) : retries;
    }

    private static boolean isSerious(Attempt attempt) {
        return attempt.findings().stream().anyMatch(TakeIssue::serious);
    }

    private static String serious(Attempt attempt) {
        return String.join("; ", attempt.findings().stream().filter(TakeIssue::serious).map(TakeIssue::words).toList());
    }

    private List<List<Attempt>> speak(List<Utterance> lines) {
        var requests = lines.stream().flatMap(l -> l.requests().stream()).toList();
        try (var runner = new UtteranceRunner(model, session().begin(requests, StopRule.ALL_ZERO, lines.getFirst().prompt().together()), lines)) {
            return runner.run();
        }
    }

    private TakeRecipe recipe(Utterance line, Attempt attempt) {
        int millis = (int) Math.ceil(line.limit() * 1000 / model.info().frameRate() - 1e-6);
        var s = attempt.sampling();
        return new TakeRecipe(model.info().identity(), s.seed(), s.temperature(), s.topK(), millis, line.fit().context().stream().map(ContextHash::of).toList(),
                attempt.together());
    }

    private RenderedTake finished(Utterance line, Attempt attempt, long begin) {
        var words = new ArrayList<>(attempt.notes());
        attempt.findings().forEach(f -> words.add(f.words()));
        return new RenderedTake(recipe(line, attempt), finish.apply(attempt.sound()), attempt.codes(), words, attempt.fed(), attempt.firstFrameNanos(),
                System.nanoTime() - begin);
    }

    /** One attempt at a take. */
    record Attempt(Sampling sampling, boolean together, Codes codes, Pcm sound, List<TakeIssue> findings, List<String> notes, int fed,
                   long firstFrameNanos) {
        Attempt with(List<String> moreNotes) {
            return new Attempt(sampling, together, codes, sound, findings, List.copyOf(moreNotes), fed, firstFrameNanos);
        }
    }

    @Override
    public void close() {
        if (session != null) session.close();
        session = null;
    }
}
