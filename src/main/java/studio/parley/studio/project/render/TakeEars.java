package studio.parley.studio.project.render;

import java.util.Optional;
import studio.parley.problem.Problem;
import studio.parley.render.RenderedTake;
import studio.parley.speech.text.DurationEstimate;
import studio.parley.studio.project.hearing.TakeWords;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.TakeTranscriber;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.WordReport;

/** Hears takes while a line is rendered, where their words decide which is used. One thread; holds the recogniser until it is closed. */
final class TakeEars implements AutoCloseable {
    private final LineRenderer.Batch batch;
    private final TakeWords words;
    private final String text;
    private Optional<TakeTranscriber> transcriber;

    TakeEars(LineRenderer.Batch batch, AppDirectories directories, TakeWords words) {
        this.batch = batch;
        this.words = words;
        this.text = batch.document().spokenText(batch.line());
        this.transcriber = TakeTranscriber.of(directories, 0);
    }

    /** Whether there is a recogniser, as far as is known. */
    boolean canHear() {
        return transcriber.isPresent();
    }

    Candidate candidate(RenderedTake take) {
        var heard = heard(take);
        int errors = heard.flatMap(h -> words.in(batch.document()).of(batch.line(), h)).map(WordReport::errors).orElse(0);
        return new Candidate(take, heard, errors, Math.abs(take.sound().seconds() - DurationEstimate.seconds(text)));
    }

    /** A recogniser that fails keeps no line from being rendered; that which hears the takes in use says so. */
    private Optional<TakeTranscript> heard(RenderedTake take) {
        try {
            return transcriber.map(t -> t.hear(take.sound(), text));
        } catch (Problem broken) {
            close();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        transcriber.ifPresent(TakeTranscriber::close);
        transcriber = Optional.empty();
    }
}
