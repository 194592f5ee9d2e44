package studio.parley.ui.kit;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import studio.parley.audio.pcm.Peaks;

/**
 * A sound as rounded bars in one colour, with what has been heard of it stronger than the rest, and what is not used pale. Costs the
 * pixels, not the samples; draws once a pulse at most. JavaFX thread only.
 */
public final class WaveformBars extends Region {
    /** Pixels from bar to bar, and the thickness of one. */
    private static final double STEP = 4;
    private static final double THICK = 2.2;
    /** A sound that is quieter does not fill the height either. */
    private static final double QUIETEST = 0.1;
    private final Canvas canvas = new Canvas();
    private final boolean filling;
    private Optional<Peaks> peaks = Optional.empty();
    private double from;
    private double to;
    private Color colour = Color.GRAY;
    private double progress = -1;
    private double firstUsed;
    private double lastUsed = 1;

    /** @param filling whether the loudest bar is as high as there is room, however quiet the sound; else full scale is */
    public WaveformBars(boolean filling) {
        this.filling = filling;
        getStyleClass().add("waveform-bars");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
    }

    /** Shows the frames {@code from .. to} of a sound, as counted by {@code peaks}; empty: a flat line until it is there. */
    public void show(Optional<Peaks> sound, double from, double to) {
        if (sound.equals(peaks) && from == this.from && to == this.to) return;
        this.peaks = sound;
        this.from = from;
        this.to = to;
        requestLayout();
    }

    /** Shows a whole sound. */
    public void show(Optional<Peaks> sound) {
        show(sound, 0, sound.map(Peaks::frames).orElse(0));
    }

    public void colour(Color wanted) {
        if (wanted.equals(colour)) return;
        colour = wanted;
        requestLayout();
    }

    /** How much has been heard, 0 to 1; negative: nothing is playing and all is strong. */
    public void progress(double heard) {
        double bars = Math.floor(getWidth() / STEP);
        if (Math.floor(heard * bars) == Math.floor(progress * bars)) return;
        progress = heard;
        requestLayout();
    }

    /** Which part is used, as fractions of what is shown. */
    public void used(double first, double last) {
        if (first == firstUsed && last == lastUsed) return;
        firstUsed = first;
        lastUsed = last;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 34;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw(canvas.getGraphicsContext2D());
    }

    private void draw(GraphicsContext g) {
        double width = getWidth();
        double height = getHeight();
        g.clearRect(0, 0, width, height);
        int bars = (int) (width / STEP);
        if (bars < 1 || height < THICK) return;
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(THICK);
        var columns = peaks.filter(p -> to > from).map(p -> p.columns(0, from, to, bars));
        double loudest = filling ? columns.stream().flatMap(Arrays::stream).mapToDouble(WaveformBars::level).max().orElse(1) : 1;
        for (int i = 0; i < bars; i++) {
            double level = columns.isEmpty() ? 0 : level(columns.get()[i]) / Math.max(QUIETEST, loudest);
            double half = Math.max(0.01, level * (height - THICK) / 2);
            double x = (i + 0.5) * STEP;
            g.setStroke(shade((i + 0.5) / bars));
            g.strokeLine(x, height / 2 - half, x, height / 2 + half);
        }
    }

    private Color shade(double place) {
        if (place < firstUsed || place > lastUsed) return colour.deriveColor(0, 0.4, 1, 0.28);
        return progress >= 0 && place > progress ? colour.deriveColor(0, 1, 1, 0.38) : colour;
    }

    /** Ears hear level by ratio: quiet syllables are drawn a little taller than they are. */
    private static double level(Peaks.Column column) {
        return Math.pow(Math.min(1, Math.max(Math.abs(column.min()), Math.abs(column.max()))), 0.7);
    }
}
