package studio.parley.ui.timeline.paint;

import java.util.Optional;
import javafx.scene.paint.Color;
import studio.parley.audio.pcm.Peaks;
import studio.parley.ui.timeline.model.ClipBox;

/**
 * The sound of a clip: bars from the peaks pyramid, from the samples themselves where a bar is fewer than 256, a line where
 * they are few.
 */
final class WavePainter {
    /** Pixels from bar to bar. */
    static final double PITCH = 3;
    private static final double BAR = 1.8;
    /** Samples of the clip a bar; below, the pyramid is too coarse. */
    private static final int PEAKS_FROM = 256;
    /** Frames a pixel; below, the line is drawn. */
    private static final double LINE_BELOW = 8;

    private final PaintContext p;
    private final SampleCache samples;
    private final ClipBox box;
    private final double middle;
    private final double reach;
    private final double unit;
    private final double perPixel;

    private WavePainter(PaintContext p, SampleCache samples, ClipBox box, double top, double height) {
        this.p = p;
        this.samples = samples;
        this.box = box;
        middle = top + height / 2;
        reach = height / 2;
        unit = reach / p.model().fullScale();
        perPixel = p.shown().arrangement().rate() / p.view().scale();
    }

    /** Draws between {@code top} and {@code top + height} what of the clip is in the window. */
    static void paint(PaintContext p, SampleCache samples, ClipBox box, double top, double height, Color colour) {
        p.gc().setFill(colour);
        p.gc().setStroke(colour);
        var painter = new WavePainter(p, samples, box, top, height);
        if (painter.perPixel < LINE_BELOW) painter.line();
        else painter.bars();
    }

    private void bars() {
        double room = box.w() - 6;
        if (room < 2) return;
        // Counted from the clip's start, so that bars keep their shape while the view scrolls.
        int first = (int) Math.max(0, Math.floor((-box.x() - 3) / PITCH));
        int last = (int) Math.min(Math.ceil(room / PITCH), Math.ceil((p.view().width() - box.x() - 3) / PITCH));
        if (last <= first) return;
        double width = box.part().frames() / (room / PITCH);
        boolean coarse = width * box.part().take().rate() / p.shown().arrangement().rate() >= PEAKS_FROM;
        var columns = coarse ? peaks(first, last, width) : exact(first, last, width);
        columns.ifPresent(c -> {
            for (int i = 0; i < c.length; i++) bar(first + i, Math.max(c[i].max(), -c[i].min()));
        });
    }

    private void bar(int index, float loud) {
        bar(p, box.x() + 3 + index * PITCH, middle, reach, loud);
    }

    /** A bar from {@code x} on; {@code reach} is the height of one half at the level that fills a clip. */
    static void bar(PaintContext p, double x, double middle, double reach, float loud) {
        double tall = Math.max(0.75, Math.min(reach, loud * reach / p.model().fullScale()));
        p.gc().fillRect(x, middle - tall, BAR, 2 * tall);
    }

    private Optional<Peaks.Column[]> peaks(int first, int last, double width) {
        return p.session().waveforms().peaks(box.part().take().clip(), box.part().speed())
                .map(peaks -> ClipWaveform.columns(box.part(), p.shown().arrangement().rate(), peaks, first * width, width, last - first));
    }

    private Optional<Peaks.Column[]> exact(int first, int last, double width) {
        var out = new Peaks.Column[last - first];
        for (int i = 0; i < out.length; i++) {
            long from = (long) ((first + i) * width);
            out[i] = column(from, Math.max(from + 1, (long) ((first + i + 1) * width)));
        }
        return Optional.of(out);
    }

    /** The smallest and largest of the very samples, flat where they are not read yet. */
    private Peaks.Column column(long from, long to) {
        float min = 0;
        float max = 0;
        for (long i = from; i < Math.min(to, box.part().frames()); i++) {
            var block = samples.block(box.part(), i / SampleCache.BLOCK);
            if (block.isEmpty()) break;
            float v = block.get()[(int) (i % SampleCache.BLOCK)];
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        return new Peaks.Column(min, max, 0);
    }

    /** Through every sample; with dots where they are far apart. */
    private void line() {
        long first = Math.max(0, (long) (-box.x() * perPixel) - 1);
        long last = Math.min(box.part().frames(), (long) Math.ceil((p.view().width() - box.x()) * perPixel) + 2);
        var gc = p.gc();
        gc.setLineWidth(1.2);
        gc.beginPath();
        boolean open = false;
        for (long i = first; i < last; i++) {
            var block = samples.block(box.part(), i / SampleCache.BLOCK);
            if (block.isEmpty()) {
                open = false;
                continue;
            }
            double x = box.x() + i / perPixel;
            double y = middle - Math.clamp(block.get()[(int) (i % SampleCache.BLOCK)] * unit, -reach, reach);
            if (open) gc.lineTo(x, y);
            else gc.moveTo(x, y);
            open = true;
            if (perPixel < 0.15) gc.fillOval(x - 2, y - 2, 4, 4);
        }
        gc.stroke();
    }
}
