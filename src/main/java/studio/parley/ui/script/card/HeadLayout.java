package studio.parley.ui.script.card;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Facts about a line at the left, in as many rows as necessary; its state at the right end of the first. */
class HeadLayout extends Region {
    private static final double GAP = 6;
    private List<? extends Region> facts = List.of();
    private List<? extends Region> state = List.of();

    final void lay(List<? extends Region> factParts, List<? extends Region> stateParts) {
        facts = factParts;
        state = stateParts;
        getChildren().addAll(facts);
        getChildren().addAll(state);
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computePrefHeight(double width) {
        return snapSizeY(arrange(width < 0 ? Double.MAX_VALUE : width, false));
    }

    @Override
    protected final double computePrefWidth(double height) {
        return facts.stream().filter(Node::isManaged).mapToDouble(n -> n.prefWidth(-1) + GAP).sum() + stateWidth();
    }

    @Override
    protected final double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected final void layoutChildren() {
        arrange(getWidth(), true);
        double x = getWidth();
        for (var part : state.reversed()) {
            if (!part.isManaged()) continue;
            x -= snapSizeX(part.prefWidth(-1));
            put(part, x, 0, part.prefWidth(-1));
            x -= GAP;
        }
    }

    private double stateWidth() {
        return state.stream().filter(Node::isManaged).mapToDouble(n -> snapSizeX(n.prefWidth(-1)) + GAP).sum();
    }

    /** Returns the height; a part that is longer than a row is as wide as the row. */
    private double arrange(double width, boolean place) {
        double all = Math.max(40, width);
        double room = Math.max(40, width - stateWidth());
        double row = row();
        double x = 0;
        double y = 0;
        for (var part : facts) {
            if (!part.isManaged()) continue;
            double w = Math.min(snapSizeX(part.prefWidth(-1)), room);
            if (x > 0 && x + w > room) {
                x = 0;
                y += row;
                // The state is in the first row only.
                room = all;
                w = Math.min(snapSizeX(part.prefWidth(-1)), room);
            }
            if (place) put(part, x, y, w);
            x += w + GAP;
        }
        return y + row;
    }

    private double row() {
        double tallest = Math.max(0, getMinHeight());
        for (var part : getChildren()) if (part.isManaged()) tallest = Math.max(tallest, part.prefHeight(-1));
        return tallest;
    }

    private void put(Region part, double x, double y, double width) {
        double h = part.prefHeight(-1);
        part.resizeRelocate(snapPositionX(x), snapPositionY(y + (row() - h) / 2), snapSizeX(width), snapSizeY(h));
    }
}
