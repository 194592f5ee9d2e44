package studio.parley.ui.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import studio.parley.audio.ClipId;
import studio.parley.audio.Pcm;
import studio.parley.audio.Spectrogram;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.FxThread;

/**
 * Spectra of clips as pictures of {@value #FRAMES} columns, one column for {@value #HOP} samples, made off the JavaFX thread when
 * first seen, the last used kept. The clip as it is, without gain and fades: what was spoken.
 */
final class SpectrogramTiles {
    static final int SIZE = 512;
    static final int HOP = 128;
    static final int FRAMES = 512;
    private static final int MOST = 160;
    private static final double FLOOR_DB = -75;

    private record Key(String clip, int tile, Color colour) {}

    private final Desk desk;
    private final Runnable arrived;
    private final Map<Key, Optional<Image>> kept = new LinkedHashMap<>(16, 0.75f, true);

    SpectrogramTiles(Desk desk, Runnable arrived) {
        this.desk = desk;
        this.arrived = arrived;
    }

    void paint(Painting p, ClipBox box, double top, double height, Color colour) {
        var part = box.part();
        double clock = (double) part.take().rate() / p.shown().arrangement().rate();
        double samplesPerPixel = part.take().rate() / p.view().scale();
        double from = part.skip() * clock + Math.max(0, -box.x()) * samplesPerPixel;
        double to = part.skip() * clock + Math.min(part.frames() * clock, (p.view().width() - box.x()) * samplesPerPixel);
        double span = (double) FRAMES * HOP;
        for (int tile = (int) (from / span); tile * span < to; tile++) {
            double first = Math.max(from, tile * span);
            double last = Math.min(to, (tile + 1) * span);
            double x = box.x() + (first - part.skip() * clock) / samplesPerPixel;
            var image = tile(part.take().clip(), tile, colour);
            if (image.isEmpty()) continue;
            p.gc().drawImage(image.get(), (first - tile * span) / HOP, 0, Math.max(0.01, (last - first) / HOP), image.get().getHeight(),
                    x, top, (last - first) / samplesPerPixel, height);
        }
    }

    private Optional<Image> tile(String clip, int tile, Color colour) {
        var key = new Key(clip, tile, colour);
        var here = kept.get(key);
        if (here != null) return here;
        kept.put(key, Optional.empty());
        FxThread.work(() -> pixels(desk.project().shelf().get(new ClipId(clip)), tile, colour), pixels -> keep(key, pixels), desk.tools().notices()::trouble);
        return Optional.empty();
    }

    private void keep(Key key, int[] pixels) {
        int rows = SIZE / 2;
        var image = new WritableImage(FRAMES, rows);
        image.getPixelWriter().setPixels(0, 0, FRAMES, rows, PixelFormat.getIntArgbInstance(), pixels, 0, FRAMES);
        kept.put(key, Optional.of(image));
        var oldest = kept.keySet().iterator();
        while (kept.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
        arrived.run();
    }

    /** ARGB rows, high frequencies on top; louder is more opaque. */
    static int[] pixels(Pcm clip, int tile, Color colour) {
        var mono = clip.toMono();
        int from = Math.min(mono.frames(), tile * FRAMES * HOP);
        int count = Math.min(mono.frames() - from, FRAMES * HOP);
        var stretch = new float[count];
        mono.copy(0, from, stretch, 0, count);
        var spectrum = new Spectrogram(stretch, SIZE, HOP);
        int rows = SIZE / 2;
        int rgb = (int) (colour.getRed() * 255) << 16 | (int) (colour.getGreen() * 255) << 8 | (int) (colour.getBlue() * 255);
        var out = new int[FRAMES * rows];
        int columns = Math.min(FRAMES, Math.ceilDiv(count, HOP));
        for (int t = 0; t < columns; t++) for (int k = 0; k < rows; k++) {
            double db = 10 * Math.log10(spectrum.power(t + 1, k) / (SIZE * (double) SIZE / 16) + 1e-12);
            out[(rows - 1 - k) * FRAMES + t] = (int) (Math.clamp(1 - db / FLOOR_DB, 0, 1) * 255) << 24 | rgb;
        }
        return out;
    }
}
