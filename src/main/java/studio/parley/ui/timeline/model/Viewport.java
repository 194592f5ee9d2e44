package studio.parley.ui.timeline.model;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The visible range of time, and its scale: pixels per second, the second at the left edge, and the vertical scroll position. Knows nothing
 * of nodes. JavaFX thread only.
 */
public final class Viewport {
    /** Five minutes per pixel. */
    public static final double SMALLEST = 1 / 300.0;
    /** Eight pixels per sample at 48 kHz. */
    public static final double LARGEST = 8 * 48000;

    private double scale = 100;
    private double left = -0.12;
    private double margin = 12;
    private double top;
    private double width = 1000;
    private double height = 200;
    private double length;
    private double depth;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /** Counts up with every change, for repainting. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Pixels per second. */
    public double scale() {
        return scale;
    }

    /** The second at the left edge; slightly negative at the very left. */
    public double left() {
        return left;
    }

    public double right() {
        return left + width / scale;
    }

    /** Pixels of the tracks above the visible ones. */
    public double top() {
        return top;
    }

    public double width() {
        return width;
    }

    public double x(double seconds) {
        return (seconds - left) * scale;
    }

    public double seconds(double x) {
        return left + x / scale;
    }

    /** Pixels before 0 and next to what is shown completely. */
    public void margin(double pixels) {
        margin = pixels;
    }

    /** The size of the visible area. */
    public void size(double w, double h) {
        if (w == width && h == height) return;
        width = Math.max(1, w);
        height = Math.max(1, h);
        change(scale, left, top);
    }

    /** The size of the content: seconds, and pixels of tracks. */
    public void content(double seconds, double pixels) {
        if (seconds == length && pixels == depth) return;
        length = seconds;
        depth = pixels;
        change(scale, left, top);
    }

    /** The first and the last possible value of {@link #left}. */
    public double first() {
        return -margin / scale;
    }

    public double last() {
        double wide = width / scale;
        return length + 2 * margin / scale <= wide ? first() : Math.max(first(), length - 0.7 * wide);
    }

    /** How far down the tracks can be scrolled. */
    public double deepest() {
        return Math.max(0, depth - height);
    }

    public void scrollTo(double seconds) {
        change(scale, seconds, top);
    }

    public void scrollBy(double pixels) {
        change(scale, left + pixels / scale, top);
    }

    public void scrollDown(double pixels) {
        change(scale, left, top + pixels);
    }

    /** Zooms so that the time at {@code x} stays there. */
    public void zoom(double factor, double x) {
        double at = seconds(x);
        double next = Math.clamp(scale * factor, SMALLEST, LARGEST);
        change(next, at - x / next, top);
    }

    /** Shows a range, with a small margin on both sides. */
    public void show(double from, double to) {
        double next = Math.clamp((width - 2 * margin) / Math.max(1e-4, to - from), SMALLEST, LARGEST);
        change(next, from - margin / next, top);
    }

    /** What another viewport shows, as far as there is so much content. */
    public void as(Viewport other) {
        change(other.scale, other.left, other.top);
    }

    /** Scrolls as little as needed to show a range; its start if it is longer than the visible area. */
    public void reveal(double from, double to) {
        double room = Math.min(24, width / 8) / scale;
        if (from < left + room || to - from > width / scale - 2 * room) scrollTo(from - room);
        else if (to > right() - room) scrollTo(to + room - width / scale);
    }

    private void change(double newScale, double newLeft, double newTop) {
        scale = newScale;
        left = Math.clamp(newLeft, first(), last());
        top = Math.clamp(newTop, 0, deepest());
        version.set(version.get() + 1);
    }
}
