package studio.parley.ui.voices;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.Track;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.session.ProjectSession;

/** A speaker's colour as a square; a click shows the others. */
final class ColourButton extends Button {
    private static final List<String> NAMES = List.of("blue", "orange", "violet", "green", "pink", "teal", "gold", "red");
    private final ProjectSession session;
    private final int speaker;
    private final Region square = square();

    ColourButton(ProjectSession session, int speaker) {
        this.session = session;
        this.speaker = speaker;
        getStyleClass().addAll("flat", "colour-button");
        setGraphic(square);
        setAccessibleText(Messages.of("voices.colour"));
        setTooltip(new Tooltip(Messages.of("voices.colour")));
        setOnAction(e -> menu().show(this, Side.BOTTOM, 0, 4));
    }

    void show(String colour) {
        paint(square, colour);
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        for (int i = 0; i < Track.PALETTE.size(); i++) {
            var colour = Track.PALETTE.get(i);
            var swatch = square();
            paint(swatch, colour);
            var item = new MenuItem(Messages.of("voices.colour." + NAMES.get(i)), swatch);
            item.setOnAction(e -> choose(colour));
            menu.getItems().add(item);
        }
        var picker = new ColorPicker(Color.web(session.document().track(speaker).colour()));
        picker.setAccessibleText(Messages.of("voices.colour.own"));
        picker.setOnAction(e -> {
            choose(SpeakerColour.web(picker.getValue()));
            menu.hide();
        });
        menu.getItems().add(new CustomMenuItem(picker, false));
        return menu;
    }

    private void choose(String colour) {
        session.edit(ProjectEdits.colour(speaker, colour));
    }

    private void paint(Region region, String colour) {
        region.setStyle("-fx-background-color: " + SpeakerColour.css(colour, session.services().theme().isDark()));
    }

    private static Region square() {
        var square = new Region();
        square.getStyleClass().add("colour-square");
        return square;
    }
}
