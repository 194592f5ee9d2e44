package studio.parley.ui.voices;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;
import studio.parley.voice.WordCut;

/** One reference clip: its waveform with trim handles, its transcript, its advice, and whether there is consent. */
final class ClipView extends VBox {
    private final ProjectSession session;
    private final ReferenceClipController work;
    private final int speaker;
    private IntConsumer length = millis -> { };
    private final TrimWave wave = new TrimWave(this::trim, this::needWords, millis -> length.accept(millis));
    private final InlineText words;
    private final FlowPane chips = new FlowPane();
    private final ConsentBox consent;
    private final Label trouble = Controls.words("", "small", "wary");
    private final Button find = new Button(Messages.of("voices.find"));
    private final HBox mend = Controls.row(8, trouble, find);
    private final HBox foot;
    private final HeardNote heard;
    private final TranscriptCutOffer offer = new TranscriptCutOffer(this::removeWords, this::type, this::keepWords);
    private Optional<WordCut> cut = Optional.empty();
    private String path = "";

    ClipView(ProjectSession session, ReferenceClipController work, int speaker) {
        this.session = session;
        this.work = work;
        this.speaker = speaker;
        getStyleClass().add("clip-view");
        words = new InlineText(Messages.of("voices.transcript"), Messages.of("voices.transcript.ask"),
                this::write, this::typed);
        heard = new HeardNote(new HeardNote.Actions(() -> work.hearing().hear(speaker, path), this::confirm, this::takeHeard));
        consent = new ConsentBox(text -> consent(text));
        chips.getStyleClass().add("chips");
        HBox.setHgrow(trouble, Priority.ALWAYS);
        find.getStyleClass().add("small");
        find.setMinWidth(USE_PREF_SIZE);
        find.setOnAction(e -> work.find(speaker, path, getScene().getWindow()));
        HBox.setHgrow(chips, Priority.ALWAYS);
        foot = new HBox(8, chips, consent.mark());
        foot.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(mend, wave, words, heard, offer, foot, consent);
    }

    /** Calls this with the milliseconds that are used of the clip while a handle is moved. */
    void whileTrimmed(IntConsumer shows) {
        length = shows;
    }

    /** Asks who agreed to the use of this voice. */
    void askConsent() {
        consent.ask();
    }

    void show(Speaker whose, String clip) {
        path = clip;
        var track = session.document().track(speaker);
        var note = track.reference(path);
        var state = work.sounds().of(path);
        var colour = SpeakerColour.strong(track.colour(), session.services().theme().isDark());
        boolean there = state instanceof ReferenceSounds.State.Ready || state instanceof ReferenceSounds.State.Loading;
        Visibility.show(!there, mend);
        Visibility.show(there, wave);
        switch (state) {
            case ReferenceSounds.State.Ready ready -> {
                wave.show(Optional.of(ready.peaks()), TranscriptRange.millis(ready), note, colour);
                wave.words(ready.heard());
                words.show(transcript(state, note));
            }
            case ReferenceSounds.State.Gone() -> trouble(Messages.of("voices.gone", path.substring(path.lastIndexOf('/') + 1)));
            case ReferenceSounds.State.Unusable(var sentence) -> trouble(sentence);
            case ReferenceSounds.State.Loading() -> {
                wave.show(Optional.empty(), 0, note, colour);
                words.show(note.transcript());
            }
        }
        offer(state, note);
        heard.show(heard(state, note));
        chips.getChildren().setAll(work.sounds().facts(path, note).stream().flatMap(f -> AdviceChip.of(f).stream()).map(this::chip).toList());
        consent.show(whose.name(), note.consent());
        setAccessibleText(Messages.of("voices.clip.spoken", whose.name(), work.sounds().facts(path, note).map(f -> TimeFormat.seconds(f.report().seconds())).orElse("")));
    }

    /** Words outside the trimmed part are struck out; the editor shows them plain. */
    private void offer(ReferenceSounds.State state, ReferenceMetadata note) {
        cut = Optional.of(state).filter(s -> s instanceof ReferenceSounds.State.Ready).map(s -> (ReferenceSounds.State.Ready) s)
                .filter(r -> !transcript(r, note).isBlank()).map(r -> work.said().cut(path, transcript(r, note), r, note)).filter(WordCut::leavesOut);
        cut.ifPresent(offer::show);
        Visibility.show(cut.isPresent() && !words.isEdited(), offer);
        Visibility.show(cut.isEmpty() || words.isEdited(), words);
    }

    private void type() {
        Visibility.show(false, offer);
        Visibility.show(true, words);
        words.edit();
    }

    /** One step of the history, which can be undone. */
    private void removeWords() {
        cut.ifPresent(c -> write(c.kept().strip()));
    }

    private void keepWords() {
        var note = noteNow();
        if (work.sounds().of(path) instanceof ReferenceSounds.State.Ready ready) {
            work.said().fit(path, transcript(ready, note), TranscriptRange.millis(ready), note);
            offer(ready, note);
        }
    }

    private HeardNote.State heard(ReferenceSounds.State state, ReferenceMetadata note) {
        if (work.hearing().isListening(path)) return new HeardNote.State.Listening();
        // Words outside the used part are struck out, which says as much.
        if (words.isEdited() || cut.isPresent() || !(state instanceof ReferenceSounds.State.Ready ready)) return new HeardNote.State.Nothing();
        if (note.unconfirmed()) return new HeardNote.State.Unconfirmed();
        var other = work.hearing().otherWords(ready, transcript(state, note), note);
        if (other.isPresent()) return new HeardNote.State.Differs(other.get());
        return transcript(state, note).isBlank() && work.hearing().isAvailable() ? new HeardNote.State.Offer() : new HeardNote.State.Nothing();
    }

    /** The transcript is right as it stands. */
    private void confirm() {
        work.hearing().keepTranscript(path, transcript(work.sounds().of(path), noteNow()));
        if (noteNow().unconfirmed()) write(noteNow().transcript());
    }

    private void takeHeard() {
        if (work.sounds().of(path) instanceof ReferenceSounds.State.Ready ready) ready.heard(noteNow()).ifPresent(h -> write(h.text()));
    }

    private void write(String text) {
        note(n -> n.withTranscript(text));
    }

    /** The transcript in the metadata, else that of the text file next to the clip. */
    private static String transcript(ReferenceSounds.State state, ReferenceMetadata note) {
        return note.transcript().isBlank() && state instanceof ReferenceSounds.State.Ready ready ? ready.beside() : note.transcript();
    }

    private void typed() {
        offer(work.sounds().of(path), noteNow());
    }

    private void trouble(String sentence) {
        trouble.setText(sentence);
        words.show(session.document().track(speaker).reference(path).transcript());
    }

    private Button chip(AdviceChip chip) {
        var button = new Button(chip.words());
        button.getStyleClass().setAll("chip", "button-chip");
        if (chip.wary()) button.getStyleClass().add("wary");
        button.setTooltip(new Tooltip(chip.sentence()));
        button.setAccessibleHelp(chip.sentence());
        button.setFocusTraversable(chip.repair().isPresent());
        button.setMouseTransparent(false);
        chip.repair().ifPresent(repair -> button.setOnAction(e -> mend(repair)));
        return button;
    }

    private void mend(AdviceChip.Repair repair) {
        switch (repair) {
            case AdviceChip.Repair.Trim(int start, int end) -> {
                var n = noteNow();
                trim(n.trimStartMillis() + start, n.trimEndMillis() + end);
            }
            case AdviceChip.Repair.Prepare(var step) -> work.repair(speaker, path, step);
        }
    }

    /** The handles keep out of words, which must be known for that. */
    private void needWords() {
        if (work.sounds().of(path) instanceof ReferenceSounds.State.Ready ready && ready.heard().isEmpty()) work.hearing().needed(speaker, path);
    }

    private void trim(int start, int end) {
        session.edit(ProjectEdits.trim(speaker, path, start, end));
    }

    private void consent(String text) {
        note(n -> n.withConsent(text));
    }

    private ReferenceMetadata noteNow() {
        return session.document().track(speaker).reference(path);
    }

    private void note(java.util.function.UnaryOperator<ReferenceMetadata> change) {
        session.edit(ProjectEdits.note(speaker, path, change.apply(noteNow())));
    }
}
