package studio.parley.ui.timeline.view;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.kit.Hint;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Commands;
import studio.parley.ui.timeline.model.FollowMode;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.model.TimelineOptions;

/** The timeline's switches: ripple, snapping, following, spectrogram. */
final class TimelineSwitches extends HBox {
    private final Commands commands;
    private final Runnable home;

    /** @param home gets the focus back when a switch was pressed with the mouse */
    TimelineSwitches(TimelineModel model, Runnable home) {
        this.home = home;
        commands = model.session().services().commands();
        var o = model.options();
        getStyleClass().add("switches");
        getChildren().addAll(
                button("ripple", o.ripple(), () -> o.ripple().get() != Ripple.OFF, () -> TimelineOptions.lower(o.ripple().get())),
                button("snap", o.snapping(), () -> o.snapping().get(), () -> o.snapping().get() ? "on" : "off"),
                button("follow", o.follow(), () -> o.follow().get() != FollowMode.OFF, () -> TimelineOptions.lower(o.follow().get())),
                button("spectrogram", o.spectrogram(), () -> o.spectrogram().get(), () -> o.spectrogram().get() ? "on" : "off"));
        setMinWidth(USE_PREF_SIZE);
    }

    /** A press runs the command; the button's text follows the option. */
    private ToggleButton button(String command, ObservableValue<?> option, Supplier<Boolean> on, Supplier<String> state) {
        var button = new ToggleButton();
        button.setId("timeline-" + command);
        button.getStyleClass().add("named-switch");
        button.setMinWidth(USE_PREF_SIZE);
        var tip = Hint.atOnce("");
        button.setTooltip(tip);
        Runnable show = () -> {
            var words = Messages.of("timeline." + command + "." + state.get());
            button.setSelected(on.get());
            button.setText(Messages.of("timeline." + command + ".name." + state.get()));
            button.setAccessibleText(words);
            tip.setText(words);
        };
        button.setOnAction(e -> {
            commands.run("timeline." + command);
            show.run();
        });
        button.setOnMouseEntered(e -> tip.setText(button.getAccessibleText()
                + commands.key("timeline." + command).map(k -> "  (" + k.getDisplayText() + ")").orElse("")));
        SwitchKeys.on(button, home);
        option.subscribe(v -> show.run());
        return button;
    }
}
