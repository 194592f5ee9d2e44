package studio.parley.studio.project.render;

import java.util.Optional;
import studio.parley.problem.Problem;
import studio.parley.render.RenderedTake;
import studio.parley.speech.text.DurationEstimate;
import studio.parley.studio.likeness.ClipVoice;
import studio.parley.studio.likeness.TakeVoices;
import studio.parley.studio.likeness.VoiceFinding;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.TakeTranscriber;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.WordReport;

/**
 * Hears takes while their line is rendered, where their words and voices decide which is used. One thread. The networks are opened for the first take and
 * stay in memory until {@link #close}; they are opened again if another take comes.
 */
final class TakeEars implements AutoCloseable {
    private final AppDirectories directories;
    private Optional<TakeTranscriber> transcriber;
    private Optional<TakeVoices> voices = Optional.empty();

    TakeEars(AppDirectories directories) {
        this.directories = directories;
        this.transcriber = TakeTranscriber.of(directories, 0);
    }

    /** Whether there is a recogniser, as far as is known. */
    boolean canHear() {
        return transcriber.isPresent();
    }

    Candidate candidate(LineRenderer.Batch batch, RenderedTake take, HeardTakes store) {
        voices = store.voices();
        var text = batch.document().spokenText(batch.line());
        var heard = new Candidate.Heard(words(take, text), voice(take));
        int errors = heard.words().flatMap(w -> store.words().in(batch.document()).of(batch.line(), w)).map(WordReport::errors).orElse(0);
        double unlikeness = heard.voice().flatMap(v -> voices.flatMap(all -> all.in(batch.document()).of(batch.line(), v))).map(VoiceFinding::shortfall).orElse(0.0);
        return new Candidate(take, heard, errors, unlikeness, heard.words().isPresent() ? Math.abs(take.sound().seconds() - DurationEstimate.seconds(text)) : 0);
    }

    /** A recogniser that fails keeps no line from being rendered; that which hears the takes in use says so. */
    private Optional<TakeTranscript> words(RenderedTake take, String text) {
        try {
            return transcriber.map(t -> t.hear(take.sound(), text));
        } catch (Problem broken) {
            close();
            transcriber = Optional.empty();
            return Optional.empty();
        }
    }

    private Optional<ClipVoice> voice(RenderedTake take) {
        try {
            return voices.map(v -> v.hear(take.sound()));
        } catch (Problem broken) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        transcriber.ifPresent(TakeTranscriber::close);
        voices.ifPresent(TakeVoices::close);
    }
}
