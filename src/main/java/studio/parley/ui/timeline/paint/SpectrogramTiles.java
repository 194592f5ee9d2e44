package studio.parley.ui.timeline.paint;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import studio.parley.audio.dsp.SpectrogramTile;
import studio.parley.audio.pcm.Pcm;
import studio.parley.ui.kit.AsyncCache;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.model.ClipBox;

/**
 * Spectrograms of clips as images of {@value #FRAMES} columns, one column per {@value #HOP} samples, computed off the JavaFX thread when
 * first visible, the most recently used are kept. The original clip, without gain and fades.
 */
final class SpectrogramTiles {
    static final int HOP = 128;
    static final int FRAMES = 512;
    private static final int MOST = 160;
    private static final int ROWS = 96;
    /** Of 255: invisible (-70 dB), and fully visible (-20 dB). */
    private static final int QUIETEST = 76;
    private static final int LOUDEST = 204;

    private record Key(String clip, double speed, int tile, Color colour) {}

    private final AsyncCache<Key, Image> tiles;

    SpectrogramTiles(ProjectSession session, Runnable arrived) {
        tiles = new AsyncCache<>(MOST, key -> () -> image(pixels(session.clip(key.clip(), key.speed()), key.tile(), key.colour())), arrived,
                session.services().notices()::trouble);
    }

    void paint(PaintContext p, ClipBox box, double top, double height, Color colour) {
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
            var image = tiles.get(new Key(part.take().clip(), part.speed(), tile, colour));
            if (image.isEmpty()) continue;
            p.gc().drawImage(image.get(), (first - tile * span) / HOP, 0, Math.max(0.01, (last - first) / HOP), image.get().getHeight(),
                    x, top, (last - first) / samplesPerPixel, height);
        }
    }

    private static Image image(int[] pixels) {
        var image = new WritableImage(FRAMES, ROWS);
        image.getPixelWriter().setPixels(0, 0, FRAMES, ROWS, PixelFormat.getIntArgbInstance(), pixels, 0, FRAMES);
        return image;
    }

    /** ARGB rows, high frequencies on top; louder is more opaque. */
    static int[] pixels(Pcm clip, int tile, Color colour) {
        var picture = SpectrogramTile.of(clip.toMono(), (double) tile * FRAMES * HOP, (tile + 1.0) * FRAMES * HOP, FRAMES, ROWS);
        int rgb = (int) (colour.getRed() * 255) << 16 | (int) (colour.getGreen() * 255) << 8 | (int) (colour.getBlue() * 255);
        var out = new int[FRAMES * ROWS];
        for (int row = 0; row < ROWS; row++) for (int t = 0; t < FRAMES; t++) {
            int opaque = Math.clamp((picture.strength(t, row) - QUIETEST) * 255L / (LOUDEST - QUIETEST), 0, 255);
            out[row * FRAMES + t] = opaque << 24 | rgb;
        }
        return out;
    }
}
