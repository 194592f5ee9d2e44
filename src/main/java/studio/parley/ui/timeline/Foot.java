package studio.parley.ui.timeline;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.parley.ui.kit.Texts;

/** Below the tracks: the scroll bar and the zoom. */
final class Foot extends HBox {
    private final Viewport view;
    private final ScrollBar bar = new ScrollBar();
    private final Slider zoom = new Slider(Math.log(Viewport.SMALLEST), Math.log(Viewport.LARGEST), 0);
    private boolean showing;

    Foot(Viewport view, Region aligned) {
        this.view = view;
        getStyleClass().add("foot");
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setId("timeline-scroll");
        bar.setAccessibleText(Texts.of("timeline.scroll"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        zoom.setId("timeline-zoom");
        zoom.setAccessibleText(Texts.of("timeline.zoom"));
        zoom.setTooltip(new Tooltip(Texts.of("timeline.zoom.hint")));
        var left = new Region();
        left.minWidthProperty().bind(aligned.widthProperty());
        getChildren().addAll(left, bar, zoom);
        view.versionProperty().subscribe(v -> show());
        bar.valueProperty().addListener((o, was, is) -> {
            if (!showing) view.scrollTo(is.doubleValue());
        });
        zoom.valueProperty().addListener((o, was, is) -> {
            if (!showing) view.zoom(Math.exp(is.doubleValue()) / view.scale(), view.width() / 2);
        });
    }

    private void show() {
        showing = true;
        double seen = view.width() / view.scale();
        bar.setMin(view.first());
        bar.setMax(Math.max(view.last(), view.first() + 1e-9));
        bar.setValue(view.left());
        double all = bar.getMax() - bar.getMin();
        bar.setVisibleAmount(all * Math.min(1, seen / (all + seen)));
        bar.setUnitIncrement(seen / 20);
        bar.setBlockIncrement(seen * 0.8);
        bar.setDisable(all < 1e-6);
        zoom.setValue(Math.log(view.scale()));
        showing = false;
    }
}
