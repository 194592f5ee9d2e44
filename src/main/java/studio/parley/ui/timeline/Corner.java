package studio.parley.ui.timeline;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.kit.Commands;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Texts;

/** The timeline's switches: ripple, snapping, following, spectrogram. */
final class Corner extends HBox {
    private final Commands commands;
    private final Runnable home;

    Corner(TimelineModel model, Runnable home) {
        this.home = home;
        commands = model.desk().tools().commands();
        var o = model.options();
        getStyleClass().add("corner");
        getChildren().addAll(
                button("ripple", o.ripple(), () -> o.ripple().get() != Ripple.OFF,
                        () -> o.ripple().get() == Ripple.TRACK ? MaterialDesignA.ARROW_EXPAND_RIGHT : MaterialDesignA.ARROW_COLLAPSE_RIGHT,
                        () -> Texts.of("timeline.ripple." + Options.lower(o.ripple().get()))),
                button("snap", o.snapping(), () -> o.snapping().get(), () -> MaterialDesignM.MAGNET,
                        () -> Texts.of("timeline.snap." + (o.snapping().get() ? "on" : "off"))),
                button("follow", o.follow(), () -> o.follow().get() != Follow.OFF,
                        () -> o.follow().get() == Follow.SMOOTH ? MaterialDesignA.ALIGN_HORIZONTAL_CENTER
                                : MaterialDesignP.PAGE_NEXT_OUTLINE,
                        () -> Texts.of("timeline.follow." + Options.lower(o.follow().get()))),
                button("spectrogram", o.spectrogram(), () -> o.spectrogram().get(), () -> MaterialDesignC.CHART_HISTOGRAM,
                        () -> Texts.of("timeline.spectrogram." + (o.spectrogram().get() ? "on" : "off"))));
    }

    /** A press runs the command; what the button shows follows the option. */
    private Node button(String command, ObservableValue<?> option, Supplier<Boolean> on, Supplier<Ikon> icon, Supplier<String> state) {
        var button = new ToggleButton();
        button.setId("timeline-" + command);
        button.getStyleClass().add("icon-button");
        var tip = new Tooltip();
        button.setTooltip(tip);
        Runnable show = () -> {
            button.setSelected(on.get());
            button.setGraphic(Icons.of(icon.get()));
            button.setAccessibleText(state.get());
            tip.setText(state.get());
        };
        button.setOnAction(e -> {
            commands.run("timeline." + command);
            show.run();
        });
        button.setOnMouseEntered(e -> tip.setText(state.get() + commands.key("timeline." + command).map(k -> "  (" + k.getDisplayText()
                + ")").orElse("")));
        Presses.on(button, home);
        option.subscribe(v -> show.run());
        return button;
    }
}
