package studio.parley.ui.timeline.view;

import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Hint;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.timeline.model.Viewport;

/** Below the tracks: the timeline options and the zoom. */
final class TimelineFooter extends HBox {
    private final Viewport view;
    private final Slider zoom = new Slider(Math.log(Viewport.SMALLEST), Math.log(Viewport.LARGEST), 0);
    private boolean showing;

    TimelineFooter(Viewport view, Region switches) {
        this.view = view;
        getStyleClass().add("foot");
        zoom.setId("timeline-zoom");
        zoom.setAccessibleText(Messages.of("timeline.zoom"));
        zoom.setTooltip(Hint.atOnce(Messages.of("timeline.zoom.hint")));
        var name = Controls.label(Messages.of("timeline.zoom.name"), "muted", "small");
        name.setMinWidth(USE_PREF_SIZE);
        var gap = Controls.gap();
        getChildren().addAll(switches, gap, name, zoom);
        view.versionProperty().subscribe(v -> show());
        zoom.valueProperty().addListener((o, was, is) -> {
            if (!showing) view.zoom(Math.exp(is.doubleValue()) / view.scale(), view.width() / 2);
        });
    }

    private void show() {
        showing = true;
        zoom.setValue(Math.log(view.scale()));
        showing = false;
    }
}
