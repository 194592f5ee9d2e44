package studio.parley.ui.voices.line;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.AllowedText;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.staleness.ContextChange;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** What has changed since the current take was rendered: what was and what is; render again, or accept it as is. */
final class ChangesBox extends VBox {
    private static final int LONGEST = 80;
    /** Longer lists of line numbers are shortened. */
    private static final int MOST = 12;
    private final ProjectSession session;
    private final VBox words = new VBox(3);
    private List<Line> lines = List.of();

    ChangesBox(ProjectSession session) {
        this.session = session;
        getStyleClass().add("changes-box");
        setId("changes");
        var again = Controls.button(Messages.of("voices.changes.render"), () -> session.speech().render(stale(), 1), "small", "accent");
        var accept = new Button(Messages.of("voices.changes.accept"));
        accept.setId("accept");
        accept.getStyleClass().add("small");
        accept.setOnAction(e -> session.accept(stale()));
        for (var b : List.of(again, accept)) b.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, new FlowPane(8, 6, again, accept));
    }

    void show(List<Line> selected) {
        lines = selected;
        words.getChildren().clear();
        if (lines.size() == 1) {
            lines(lines.getFirst()).forEach(this::add);
        } else if (!stale().isEmpty()) {
            add(new Change(Messages.of("voices.changes.many", stale().size(), lines.size()), "wary"));
        }
        Visibility.show(!words.getChildren().isEmpty(), this);
    }

    private record Change(String words, String style) {}

    private void add(Change change) {
        words.getChildren().add(Controls.words(change.words(), "small", change.style()));
    }

    private List<String> stale() {
        return lines.stream().map(Line::id).filter(id -> session.staleness(id) instanceof Staleness.Own || session.staleness(id) instanceof Staleness.Upstream).toList();
    }

    private List<Change> lines(Line line) {
        return switch (session.staleness(line.id())) {
            case Staleness.Own(var causes) -> own(line, List.copyOf(causes));
            case Staleness.Upstream(var others) -> others.stream().map(this::upstream).toList();
            case Staleness.Fresh(), Staleness.Checking(), Staleness.Missing() -> List.of();
        };
    }

    private Change upstream(String id) {
        int number = session.document().indexOf(id) + 1;
        return new Change(number == 0 ? Messages.of("voices.changes.gone") : Messages.of("voices.changes.upstream", number), "wary");
    }

    private List<Change> own(Line line, List<Staleness.Cause> causes) {
        var defaults = session.speech().defaults();
        var now = TakeInputsResolver.of(session.document(), line, defaults.delivery(), defaults.model());
        var was = line.sounding().map(t -> session.document().decoration(line.id()).heard().get(t.id())).orElse(now);
        var out = new ArrayList<Change>();
        for (var cause : causes) {
            if (cause == Staleness.Cause.CONTEXT) {
                out.add(new Change(context(line), "bad"));
                continue;
            }
            var key = "voices.changes." + cause.name().toLowerCase(java.util.Locale.ROOT);
            out.add(new Change(Messages.of(key, value(cause, was), value(cause, now)), "bad"));
        }
        return out;
    }

    private String context(Line line) {
        var change = ContextChange.of(session.document(), line);
        return Stream.of(numbers("voices.changes.context.out", change.leftOut()), clips("voices.changes.context.silenced", change.silenced()),
                numbers("voices.changes.context.in", change.added()), clips("voices.changes.context.voiced", change.voiced()))
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    private String numbers(String key, List<String> ids) {
        var shown = ids.stream().limit(MOST).map(id -> String.valueOf(session.document().indexOf(id) + 1)).collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : Messages.of(key, ids.size() > MOST ? shown + " …" : shown, ids.size());
    }

    private String clips(String key, List<Integer> speakers) {
        return speakers.isEmpty() ? "" : Messages.of(key, speakers.stream().map(this::name).collect(Collectors.joining(", ")), speakers.size());
    }

    private String name(int speaker) {
        return session.document().conversation().speakers().stream().filter(s -> s.number() == speaker).findFirst()
                .map(s -> s.name()).orElse(String.valueOf(speaker));
    }

    private String value(Staleness.Cause cause, TakeInputs h) {
        return switch (cause) {
            case SOUND, CONTEXT -> "";
            case TEXT -> AllowedText.shortened(h.text(), LONGEST);
            case SPEAKER -> name(h.speaker());
            case REFERENCES -> String.valueOf(h.references().size());
            case TEMPERATURE -> DeliveryField.TEMPERATURE.format(h.temperature());
            case TOP_K -> String.valueOf(h.topK());
            case LENGTH -> h.maxMillis() == 0 ? Messages.of("voices.changes.asneeded") : TimeFormat.seconds(h.maxMillis() / 1000.0);
            case SEED -> h.seed() == 0 ? Messages.of("voices.changes.any") : String.valueOf(h.seed());
            case MODEL -> h.model().isEmpty() ? "–" : h.model();
        };
    }
}
