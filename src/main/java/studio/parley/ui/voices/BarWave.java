package studio.parley.ui.voices;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import studio.parley.audio.pcm.Peaks;

/** A small picture of a sound: rounded bars, as high as the sound is loud, pale where it is trimmed away. Costs the bars it draws. */
final class BarWave extends Region {
    private static final double PITCH = 4;
    private static final double BAR = 2.2;
    private final Canvas canvas = new Canvas();
    private Optional<Peaks> peaks = Optional.empty();
    private Color colour = Color.GRAY;
    private double from;
    private double to = 1;

    BarWave() {
        getStyleClass().add("bar-wave");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMouseTransparent(true);
    }

    void show(Optional<Peaks> sound, Color strong) {
        peaks = sound;
        colour = strong;
        draw();
    }

    /** Which part is used, as fractions of the whole. */
    void used(double start, double end) {
        from = start;
        to = end;
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        int bars = (int) (width / PITCH);
        if (bars < 1) return;
        var columns = peaks.map(p -> p.columns(0, 0, p.frames(), bars));
        double loudest = 0.05;
        if (columns.isPresent()) for (var c : columns.get()) loudest = Math.max(loudest, size(c));
        for (int i = 0; i < bars; i++) {
            double place = (i + 0.5) / bars;
            g.setFill(place < from || place > to ? colour.deriveColor(0, 0.4, 1, 0.28) : columns.isPresent() ? colour : colour.deriveColor(0, 1, 1, 0.3));
            double high = columns.isPresent() ? Math.max(BAR, size(columns.get()[i]) / loudest * height) : BAR;
            g.fillRoundRect(i * PITCH + (PITCH - BAR) / 2, (height - high) / 2, BAR, high, BAR, BAR);
        }
    }

    /** Between the mean and the peak: shows both syllables and strength. */
    private static double size(Peaks.Column c) {
        return 0.5 * Math.max(Math.abs(c.min()), Math.abs(c.max())) + 0.7 * c.rms();
    }

}
