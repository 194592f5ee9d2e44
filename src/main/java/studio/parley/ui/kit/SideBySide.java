package studio.parley.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Two parts next to each other, the second at the right end; if that leaves the first too little space, or is higher, the second goes below it. */
public class SideBySide extends Region {
    private static final double GAP = 8;
    /** The minimum fraction of the width for the first part. */
    private static final double SHARE = 0.45;
    private final Node first;
    private final Node second;

    public SideBySide(Node first, Node second) {
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected final double computePrefWidth(double height) {
        return first.prefWidth(-1) + GAP + second.prefWidth(-1);
    }

    @Override
    protected final double computePrefHeight(double width) {
        double room = width < 0 ? prefWidth(-1) : width;
        double left = first.prefHeight(firstWidth(room));
        double right = second.prefHeight(secondWidth(room));
        return snapSizeY(isBelow(room) ? left + GAP + right : Math.max(left, right));
    }

    @Override
    protected final void layoutChildren() {
        double width = getWidth();
        double left = first.prefHeight(firstWidth(width));
        double wide = secondWidth(width);
        // Next to something taller, it is in the middle.
        first.resizeRelocate(0, 0, firstWidth(width), isBelow(width) ? left : getHeight());
        second.resizeRelocate(snapPositionX(width - wide), isBelow(width) ? left + GAP : 0, wide, second.prefHeight(wide));
    }

    private boolean isBelow(double width) {
        double beside = width - GAP - secondWidth(width);
        if (first.prefWidth(-1) <= beside + 0.5) return false;
        return beside < SHARE * width || first.prefHeight(beside) > first.prefHeight(width) + GAP + second.prefHeight(secondWidth(width));
    }

    private double firstWidth(double width) {
        return isBelow(width) ? width : width - GAP - secondWidth(width);
    }

    private double secondWidth(double width) {
        return Math.min(width, snapSizeX(second.prefWidth(-1)));
    }
}
