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
import studio.parley.dialogue.Line;
import studio.parley.studio.document.Listening;
import studio.parley.studio.document.TakeEdits;
import studio.parley.studio.project.ContextBudget.Earlier;
import studio.parley.studio.project.ContextBudget.Heard;
import studio.parley.studio.project.ContextBudget.Reference;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Clock;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.kit.Texts;

/** One thing a line hears, or would hear if there were room: whose it is, its words, what it costs, pin and leave out. */
final class HeardRow extends HBox {
    private final Label label;
    private final Label cost;

    HeardRow(Desk desk, Line line, Listening listening, Heard heard, boolean fits) {
        this(desk, speaker(heard), words(desk, heard), Optional.of(heard.sound()), fits);
        setAccessibleText(label.getText() + ", " + cost.getText());
        cost.setTooltip(new Tooltip(Texts.of("voices.hears.seconds", Clock.seconds(heard.sound()))));
        if (heard instanceof Earlier e) marks(desk, line, listening, e.line());
    }

    private HeardRow(Desk desk, int speaker, String words, Optional<Double> seconds, boolean fits) {
        getStyleClass().add("heard-row");
        setAlignment(Pos.CENTER_LEFT);
        var dot = new Region();
        dot.getStyleClass().add("dot");
        dot.setStyle("-fx-background-color: " + SpeakerColour.css(desk.document().track(speaker).colour(), desk.tools().look().isDark()));
        label = new Label(words);
        label.getStyleClass().addAll("small", fits ? "heard" : "subtle");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        if (!fits) label.setTooltip(new Tooltip(Texts.of("voices.hears.dropped")));
        cost = new Label(seconds.map(Clock::seconds).orElse(""));
        cost.getStyleClass().addAll("subtle", "small");
        cost.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(dot, label, cost);
    }

    /** An earlier line that was left out by hand, so that it can be taken in again. */
    static HeardRow excluded(Desk desk, Line line, Listening listening, String id) {
        var other = desk.document().line(id).orElseThrow();
        var row = new HeardRow(desk, other.speaker(), lineWords(desk, id), Optional.empty(), false);
        row.getStyleClass().add("left-out");
        row.label.setTooltip(new Tooltip(Texts.of("voices.hears.leftOut")));
        row.marks(desk, line, listening, id);
        return row;
    }

    private void marks(Desk desk, Line line, Listening listening, String id) {
        boolean pinned = listening.pinned().contains(id);
        boolean out = listening.excluded().contains(id);
        getChildren().add(mark(pinned ? MaterialDesignP.PIN : MaterialDesignP.PIN_OUTLINE, "voices.hears.pin", pinned,
                () -> edit(desk, line, listening.withLine(id, !pinned, false))));
        getChildren().add(mark(out ? MaterialDesignE.EAR_HEARING_OFF : MaterialDesignE.EAR_HEARING, "voices.hears.exclude", out,
                () -> edit(desk, line, listening.withLine(id, false, !out))));
    }

    private static void edit(Desk desk, Line line, Listening changed) {
        desk.edit(TakeEdits.listening(List.of(line.id()), changed));
    }

    private static ToggleButton mark(Ikon icon, String key, boolean on, Runnable action) {
        var button = new ToggleButton();
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-button", "mark");
        button.setSelected(on);
        button.setAccessibleText(Texts.of(key));
        button.setTooltip(new Tooltip(Texts.of(key)));
        button.setOnAction(e -> action.run());
        return button;
    }

    private static int speaker(Heard heard) {
        return switch (heard) {
            case Reference r -> r.speaker();
            case Earlier e -> e.speaker();
        };
    }

    private static String words(Desk desk, Heard heard) {
        return switch (heard) {
            case Reference r -> {
                var mood = desk.document().track(r.speaker()).reference(r.path()).mood();
                yield Texts.of("voices.hears.reference", desk.document().conversation().speaker(r.speaker()).name(),
                        mood.isBlank() ? Texts.of("voices.hears.clip") : mood);
            }
            case Earlier e -> lineWords(desk, e.line());
        };
    }

    private static String lineWords(Desk desk, String id) {
        return Texts.of("voices.hears.line", desk.document().indexOf(id) + 1, desk.document().line(id).map(l -> l.text().replace('\n', ' ')).orElse(""));
    }
}
