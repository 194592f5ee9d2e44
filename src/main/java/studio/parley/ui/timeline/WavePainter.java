package studio.parley.ui.timeline;

import javafx.scene.paint.Color;
import studio.parley.ui.desk.Desk;

/** The sound of a clip: bars from the peaks pyramid, or the samples themselves where a column is fewer than 256 of them. */
final class WavePainter {
    private static final double PITCH = 3;
    private static final double BAR = 1.8;
    private static final int PEAKS_FROM = 256;

    private WavePainter() {}

    /** Draws between {@code top} and {@code top + height} what of the clip is in the window. */
    static void paint(Painting p, SampleWindows samples, ClipBox box, double top, double height, Color colour) {
        double perPixel = Desk.RATE / p.view().scale();
        p.gc().setFill(colour);
        p.gc().setStroke(colour);
        double clipRate = box.part().take().rate();
        if (perPixel * clipRate / Desk.RATE < PEAKS_FROM && perPixel * PITCH < 2048) line(p, samples, box, top, height, perPixel);
        else bars(p, box, top, height, perPixel);
    }

    private static void bars(Painting p, ClipBox box, double top, double height, double perPixel) {
        var peaks = p.desk().waveforms().peaks(box.part().take().clip());
        double room = box.w() - 6;
        if (peaks.isEmpty() || room < 2) return;
        // Counted from the clip's start, so that bars keep their shape while the view scrolls.
        int first = (int) Math.max(0, Math.floor((-box.x() - 3) / PITCH));
        int last = (int) Math.min(Math.ceil(room / PITCH), Math.ceil((p.view().width() - box.x() - 3) / PITCH));
        if (last <= first) return;
        double stretch = box.part().frames() / (room / PITCH);
        var columns = PartWave.columns(box.part(), p.shown().arrangement().rate(), peaks.get(), first * stretch, stretch, last - first);
        double middle = top + height / 2;
        double unit = height / 2 / p.model().loudest();
        for (int i = 0; i < columns.length; i++) {
            double reach = Math.max(0.75, Math.min(height / 2, Math.max(columns[i].max(), -columns[i].min()) * unit));
            p.gc().fillRoundRect(box.x() + 3 + (first + i) * PITCH, middle - reach, BAR, 2 * reach, BAR, BAR);
        }
    }

    private static void line(Painting p, SampleWindows samples, ClipBox box, double top, double height, double perPixel) {
        long first = Math.max(0, (long) (-box.x() * perPixel) - 1);
        long last = Math.min(box.part().frames(), (long) Math.ceil((p.view().width() - box.x()) * perPixel) + 2);
        double middle = top + height / 2;
        double unit = height / 2 / p.model().loudest();
        var gc = p.gc();
        gc.setLineWidth(1.2);
        gc.beginPath();
        boolean open = false;
        var pen = new Pen(p, box, middle, unit, height / 2, perPixel);
        for (long block = first / SampleWindows.BLOCK; block * SampleWindows.BLOCK < last; block++) {
            var here = samples.block(box.part(), block);
            if (here.isEmpty()) {
                open = false;
                continue;
            }
            long start = block * SampleWindows.BLOCK;
            open = pen.draw(here.get(), start, Math.max(first, start), Math.min(last, start + SampleWindows.BLOCK), open);
        }
        gc.stroke();
    }

    /** One stroke for each pixel's smallest and largest sample; with dots where samples are far apart. */
    private record Pen(Painting p, ClipBox box, double middle, double unit, double most, double perPixel) {
        boolean draw(float[] block, long start, long from, long to, boolean open) {
            int step = (int) Math.max(1, Math.floor(perPixel));
            for (long i = from - Math.floorMod(from, step); i < to; i += step) {
                float min = Float.MAX_VALUE;
                float max = -Float.MAX_VALUE;
                for (long k = Math.max(start, i); k < Math.min(to, i + step); k++) {
                    min = Math.min(min, block[(int) (k - start)]);
                    max = Math.max(max, block[(int) (k - start)]);
                }
                if (min > max) continue;
                double x = box.x() + i / perPixel;
                if (open) p.gc().lineTo(x, y(max));
                else p.gc().moveTo(x, y(max));
                if (step > 1) p.gc().lineTo(x, y(min));
                else if (perPixel < 0.15) p.gc().fillOval(x - 2, y(max) - 2, 4, 4);
                open = true;
            }
            return open;
        }

        private double y(double v) {
            return middle - Math.clamp(v * unit, -most, most);
        }
    }
}
