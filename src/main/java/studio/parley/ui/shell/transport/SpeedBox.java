package studio.parley.ui.shell.transport;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import studio.parley.studio.timing.ClipSpeeds;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Commands;
import studio.parley.ui.session.PlaybackController;

/** The playback speed, at the original pitch. */
final class SpeedBox extends ComboBox<Double> {
    private static final List<Double> SPEEDS = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0);

    SpeedBox(PlaybackController player, Commands commands) {
        setId("speed");
        getStyleClass().add("speed");
        getItems().setAll(SPEEDS);
        setConverter(ChoiceBoxes.words(ClipSpeeds::text));
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(Messages.of("shell.speed.hint", commands.hint("transport.speedDown"), commands.hint("transport.speedUp"))));
        setButtonCell(new Shown(player));
        player.speedProperty().subscribe(s -> setValue(s.doubleValue()));
        valueProperty().subscribe(s -> {
            if (s != player.speedProperty().get()) player.speed(s);
            setAccessibleText(Messages.of("shell.speed", getConverter().toString(s)));
        });
    }

    /** What is heard: the chosen speed, or that of the shuttle. */
    private static final class Shown extends ListCell<Double> {
        private final PlaybackController player;

        Shown(PlaybackController player) {
            this.player = player;
            player.shuttleProperty().subscribe(s -> show());
        }

        @Override
        protected void updateItem(Double speed, boolean empty) {
            super.updateItem(speed, empty);
            show();
        }

        private void show() {
            double shuttle = player.shuttleProperty().get();
            if (shuttle != 0) setText((shuttle < 0 ? "\u2212" : "") + ClipSpeeds.text(Math.abs(shuttle)));
            else setText(getItem() == null ? "" : ClipSpeeds.text(getItem()));
        }
    }

    /** The next slower speed; the slowest stays. */
    static double below(double speed) {
        return SPEEDS.reversed().stream().filter(s -> s < speed).findFirst().orElse(SPEEDS.getFirst());
    }

    /** The next faster speed; the fastest stays. */
    static double above(double speed) {
        return SPEEDS.stream().filter(s -> s > speed).findFirst().orElse(SPEEDS.getLast());
    }
}
