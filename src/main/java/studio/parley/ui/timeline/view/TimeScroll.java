package studio.parley.ui.timeline.view;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.timeline.model.Viewport;

/** The visible range of time, as a thin scroll bar over the lower edge of the tracks. */
final class TimeScroll extends ScrollBar {
    private final Viewport view;
    private boolean showing;

    TimeScroll(Viewport view) {
        this.view = view;
        setOrientation(Orientation.HORIZONTAL);
        setId("timeline-scroll");
        setAccessibleText(Messages.of("timeline.scroll"));
        setMaxHeight(USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        view.versionProperty().subscribe(v -> show());
        valueProperty().addListener((o, was, is) -> {
            if (!showing) view.scrollTo(is.doubleValue());
        });
    }

    private void show() {
        showing = true;
        double seen = view.width() / view.scale();
        setMin(view.first());
        setMax(Math.max(view.last(), view.first() + 1e-9));
        setValue(view.left());
        double all = getMax() - getMin();
        setVisibleAmount(all * Math.min(1, seen / (all + seen)));
        setUnitIncrement(seen / 20);
        setBlockIncrement(seen * 0.8);
        setVisible(all > 1e-6);
        showing = false;
    }
}
