package studio.parley.ui.script.card;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.Document;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.kit.WaveformBars;
import studio.parley.ui.script.context.ContextStrip;
import studio.parley.ui.session.ProjectSession;

/** What the current card shows below its text: the waveform of the take, and the context. There is one instance. */
public final class CardDetails extends VBox {
    /** Pixels per second of audio at 100 % text size. */
    private static final double SECOND = 165;
    private final ProjectSession session;
    private final WaveformBars wave = new WaveformBars(false);
    private final ContextStrip strip;
    private final Label heardInstead = Controls.words("", "small", "wary", "heard-instead");
    private Optional<String> line = Optional.empty();
    private Optional<String> heard = Optional.empty();
    private double seconds;

    public CardDetails(ProjectSession session) {
        this.session = session;
        strip = new ContextStrip(session);
        getStyleClass().add("card-details");
        setFillWidth(false);
        getChildren().addAll(heardInstead, wave, strip);
        heardInstead.maxWidthProperty().bind(widthProperty());
        strip.prefWidthProperty().bind(widthProperty());
    }

    /** Shows the line of a card. */
    public void show(LineCard card) {
        line = Optional.of(card.line());
        refresh();
        strip.show(card.line());
    }

    /** Draws again what may have arrived meanwhile. */
    public void refresh() {
        var document = session.document();
        var take = line.flatMap(document::line).flatMap(l -> l.sounding());
        Visibility.show(take.isPresent(), wave);
        heardInstead.setText(line.flatMap(document::line).flatMap(l -> take.map(t -> String.join(" ", session.hearing().findings().of(l, t)))).orElse(""));
        Visibility.show(!heardInstead.getText().isEmpty(), heardInstead);
        line.flatMap(document::line).ifPresent(l -> take.ifPresent(t -> {
            show(document, l.id(), t);
            wave.colour(SpeakerColour.strong(document.track(l.speaker()).colour(), session.services().theme().isDark()));
        }));
    }

    private void show(Document document, String id, Take take) {
        var part = session.arrangement().part(id);
        double scale = (double) take.rate() / ProjectSession.RATE;
        double from = part.map(p -> p.skip() * scale).orElse(0.0);
        double to = part.map(p -> (p.skip() + p.frames()) * scale).orElse((double) take.samples());
        double speed = document.decoration(id).speed();
        seconds = (to - from) / take.rate();
        wave.setPrefWidth(Math.max(40, seconds * SECOND * session.services().theme().textPercent() / 100));
        wave.setAccessibleText(Messages.of("script.wave", String.format(java.util.Locale.ROOT, "%.1f", seconds)));
        wave.show(session.waveforms().peaks(take.clip(), speed), from, to);
    }

    /** Which line is playing, and how far into its clip, 0 to 1. */
    public void heard(Optional<String> now, double progress) {
        heard = now;
        wave.progress(now.isPresent() && now.equals(line) ? progress : -1);
    }

    public boolean isHeard(String id) {
        return heard.filter(id::equals).isPresent();
    }
}
