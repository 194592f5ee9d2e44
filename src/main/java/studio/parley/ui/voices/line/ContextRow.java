package studio.parley.ui.voices.line;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.project.render.ContextBudget.Earlier;
import studio.parley.studio.project.render.ContextBudget.Heard;
import studio.parley.studio.project.render.ContextBudget.Reference;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.session.ProjectSession;

/** One item of a line's context, or one that does not fit: its speaker, its text, its cost, pin and leave out. */
final class ContextRow extends HBox {
    private final Label label;
    private final Label cost;

    ContextRow(ProjectSession session, Line line, ContextSelection listening, Heard heard, boolean fits) {
        this(session, speaker(heard), words(session, heard), Optional.of(heard.sound()), fits);
        setAccessibleText(label.getText() + ", " + cost.getText());
        cost.setTooltip(new Tooltip(Messages.of("voices.hears.seconds", TimeFormat.seconds(heard.sound()))));
        if (heard instanceof Earlier e) marks(session, line, listening, e.line());
    }

    private ContextRow(ProjectSession session, int speaker, String words, Optional<Double> seconds, boolean fits) {
        getStyleClass().add("heard-row");
        setAlignment(Pos.CENTER_LEFT);
        var dot = new Region();
        dot.getStyleClass().add("dot");
        dot.setStyle("-fx-background-color: " + SpeakerColour.css(session.document().track(speaker).colour(), session.services().theme().isDark()));
        label = new Label(words);
        label.getStyleClass().addAll("small", fits ? "heard" : "subtle");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        if (!fits) label.setTooltip(new Tooltip(Messages.of("voices.hears.dropped")));
        cost = new Label(seconds.map(TimeFormat::seconds).orElse(""));
        cost.getStyleClass().addAll("subtle", "small");
        cost.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(dot, label, cost);
    }

    /** An excluded earlier line, so that it can be added again. */
    static ContextRow excluded(ProjectSession session, Line line, ContextSelection listening, String id) {
        var other = session.document().line(id).orElseThrow();
        var row = new ContextRow(session, other.speaker(), lineWords(session, id), Optional.empty(), false);
        row.getStyleClass().add("left-out");
        row.label.setTooltip(new Tooltip(Messages.of("voices.hears.leftOut")));
        row.marks(session, line, listening, id);
        return row;
    }

    private void marks(ProjectSession session, Line line, ContextSelection listening, String id) {
        boolean pinned = listening.pinned().contains(id);
        boolean out = listening.excluded().contains(id);
        getChildren().add(mark(pinned ? MaterialDesignP.PIN : MaterialDesignP.PIN_OUTLINE, "voices.hears.pin", pinned,
                () -> edit(session, line, listening.withLine(id, !pinned, false))));
        getChildren().add(mark(out ? MaterialDesignE.EAR_HEARING_OFF : MaterialDesignE.EAR_HEARING, "voices.hears.exclude", out,
                () -> edit(session, line, listening.withLine(id, false, !out))));
    }

    private static void edit(ProjectSession session, Line line, ContextSelection changed) {
        session.edit(TakeEdits.listening(List.of(line.id()), changed));
    }

    private static ToggleButton mark(Ikon icon, String key, boolean on, Runnable action) {
        var button = new ToggleButton();
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-button", "mark");
        button.setSelected(on);
        button.setAccessibleText(Messages.of(key));
        button.setTooltip(new Tooltip(Messages.of(key)));
        button.setOnAction(e -> action.run());
        return button;
    }

    private static int speaker(Heard heard) {
        return switch (heard) {
            case Reference r -> r.speaker();
            case Earlier e -> e.speaker();
        };
    }

    private static String words(ProjectSession session, Heard heard) {
        return switch (heard) {
            case Reference r -> {
                var mood = session.document().track(r.speaker()).reference(r.path()).mood();
                yield Messages.of("voices.hears.reference", session.document().conversation().speaker(r.speaker()).name(),
                        mood.isBlank() ? Messages.of("voices.hears.clip") : mood);
            }
            case Earlier e -> lineWords(session, e.line());
        };
    }

    private static String lineWords(ProjectSession session, String id) {
        return Messages.of("voices.hears.line", session.document().indexOf(id) + 1, session.document().line(id).map(l -> l.text().replace('\n', ' ')).orElse(""));
    }
}
