package studio.parley.ui.kit;

import javafx.scene.layout.Region;

/** Three parts in a row: the middle one is centred in the bar as long as the others leave space for that. */
public final class CentredBar extends Region {
    private static final double GAP = 16;
    private final Region left;
    private final Region middle;
    private final Region right;

    public CentredBar(Region left, Region middle, Region right) {
        this.left = left;
        this.middle = middle;
        this.right = right;
        getChildren().addAll(left, middle, right);
    }

    @Override
    protected void layoutChildren() {
        var in = getInsets();
        double width = getWidth() - in.getLeft() - in.getRight();
        double height = getHeight() - in.getTop() - in.getBottom();
        double m = middle.prefWidth(-1);
        double l = left.prefWidth(-1);
        double r = right.prefWidth(-1);
        double over = l + m + r + 2 * GAP - width;
        if (over > 0) {
            double give = Math.min(over, Math.max(0, r - right.minWidth(-1)));
            r -= give;
            l = Math.max(left.minWidth(-1), l - (over - give));
        }
        double at = Math.clamp((width - m) / 2, Math.min(l + GAP, Math.max(0, width - m)), Math.max(l + GAP, Math.max(0, width - r - GAP - m)));
        left.resizeRelocate(in.getLeft(), in.getTop(), l, height);
        middle.resizeRelocate(snapPositionX(in.getLeft() + at), in.getTop(), m, height);
        right.resizeRelocate(in.getLeft() + width - r, in.getTop(), r, height);
    }

    @Override
    protected double computePrefHeight(double width) {
        double tallest = Math.max(left.prefHeight(-1), Math.max(middle.prefHeight(-1), right.prefHeight(-1)));
        return getInsets().getTop() + tallest + getInsets().getBottom();
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + left.prefWidth(-1) + middle.prefWidth(-1) + right.prefWidth(-1) + 2 * GAP + getInsets().getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + left.minWidth(-1) + middle.minWidth(-1) + right.minWidth(-1) + getInsets().getRight();
    }
}
