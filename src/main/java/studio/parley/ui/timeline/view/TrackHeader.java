package studio.parley.ui.timeline.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.gesture.DecibelField;
import studio.parley.ui.timeline.gesture.Readout;
import studio.parley.ui.timeline.model.TimelineModel;

/** The header of one speaker's track: colour, name, mute, solo, gain. */
final class TrackHeader extends HBox {
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
    private final TimelineModel model;
    private final ProjectSession session;
    private final int speaker;
    private final Region colour = new Region();
    private final Label name = Controls.label("", "heading");
    private final ToggleButton mute;
    private final ToggleButton solo;
    private final DecibelField gain;

    TrackHeader(TimelineModel model, Readout readout, int speaker, Runnable home) {
        this.model = model;
        this.session = model.session();
        this.speaker = speaker;
        getStyleClass().add("track-header");
        setId("track-" + speaker);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        colour.getStyleClass().add("colour");
        EllipsisTooltip.on(name);
        mute = toggle("mute", home, () -> session.edit(ProjectEdits.mute(speaker, !session.document().track(speaker).muted())));
        solo = toggle("solo", home, () -> session.edit(ProjectEdits.solo(speaker, !session.document().track(speaker).solo())));
        gain = new DecibelField(model, () -> model.shown().document().track(speaker).gainDb(), db -> ProjectEdits.gain(speaker, db), readout);
        gain.setId("track-gain-" + speaker);
        var words = new VBox(name, gain);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(colour, words, mute, solo);
        show();
    }

    /** According to the document, or as it would be after a drop. */
    void show() {
        var document = model.shown().document();
        var who = document.conversation().speakers().stream().filter(s -> s.number() == speaker).findFirst();
        if (who.isEmpty()) return;
        var track = document.track(speaker);
        name.setText(who.get().name());
        colour.setStyle("-fx-background-color:" + SpeakerColour.css(track.colour(), session.services().theme().isDark()));
        mute.setSelected(track.muted());
        solo.setSelected(track.solo());
        mute.setAccessibleText(Messages.of("timeline.mute.of", who.get().name()));
        solo.setAccessibleText(Messages.of("timeline.solo.of", who.get().name()));
        gain.show(Messages.of("timeline.gain.of", who.get().name()));
        name.pseudoClassStateChanged(SILENT, !document.isAudible(speaker));
    }

    private ToggleButton toggle(String what, Runnable home, Runnable action) {
        var button = new ToggleButton(Messages.of("timeline." + what));
        button.getStyleClass().addAll("switch", what);
        button.setId("track-" + what + "-" + speaker);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Messages.of("timeline." + what + ".hint", session.services().commands().shortcut("timeline." + what))));
        button.setOnAction(e -> action.run());
        SwitchKeys.on(button, home);
        return button;
    }
}
