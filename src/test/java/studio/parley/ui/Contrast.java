package studio.parley.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The contrast of words against what they stand on, measured on a picture: WCAG's ratio of the ground and the pixel that differs most from it. */
final class Contrast {
    /** The picture is larger than the screen, so that the strokes of small letters have a pixel of their full colour. */
    private static final double SCALE = 2;
    /** Less than this is not words one cannot read but words that something else covers. */
    private static final double COVERED = 1.25;

    private Contrast() {}

    /** What falls short below {@code scope}, a part of what {@code root} shows; JavaFX thread. */
    static List<String> below(double least, Parent root, Node scope) {
        var how = new SnapshotParameters();
        how.setTransform(new Scale(SCALE, SCALE));
        var area = common(root.getLayoutBounds(), scope.localToScene(scope.getLayoutBounds()));
        how.setViewport(new Rectangle2D(area.getMinX() * SCALE, area.getMinY() * SCALE, area.getWidth() * SCALE, area.getHeight() * SCALE));
        var picture = root.snapshot(how, null);
        int w = (int) picture.getWidth();
        int h = (int) picture.getHeight();
        var pixels = new int[w * h];
        picture.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        var out = new ArrayList<String>();
        var card = root.lookup("#notice-bar");
        walk(scope, area, (text, seen) -> {
            if (isCovered(text, seen, card)) return;
            double ratio = measure(pixels, w, h, new BoundingBox(seen.getMinX() - area.getMinX(), seen.getMinY() - area.getMinY(), seen.getWidth(), seen.getHeight()));
            if (ratio > COVERED && ratio < least) out.add(String.format(Locale.ROOT, "%.2f for \"%s\" in %s", ratio, text.getText(), where(text)));
        });
        return out;
    }

    /** Words below the card of notifications, or in its shadow. */
    private static boolean isCovered(Node text, Bounds seen, @Nullable Node card) {
        if (card == null || !card.isVisible()) return false;
        for (@Nullable Node at = text; at != null; at = at.getParent()) if (at == card) return false;
        return card.localToScene(card.getBoundsInLocal()).intersects(seen);
    }

    private interface Seen {
        void see(Text text, Bounds at);
    }

    private static void walk(Node node, Bounds room, Seen seen) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) return;
        var here = node.getClip() == null ? room : common(room, node.localToScene(node.getLayoutBounds()));
        if (node instanceof Text text && !(node instanceof FontIcon) && !text.getText().isBlank()) {
            var at = common(here, text.localToScene(text.getLayoutBounds()));
            if (at.getWidth() > 3 && at.getHeight() > 6) seen.see(text, at);
        }
        if (node instanceof Parent parent) for (var child : parent.getChildrenUnmodifiable()) walk(child, here, seen);
    }

    private static Bounds common(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x), Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }

    private static double measure(int[] pixels, int w, int h, Bounds at) {
        int x0 = (int) Math.max(0, at.getMinX() * SCALE);
        int x1 = (int) Math.min(w, at.getMaxX() * SCALE);
        int y0 = (int) Math.max(0, at.getMinY() * SCALE);
        int y1 = (int) Math.min(h, at.getMaxY() * SCALE);
        if (x1 <= x0 || y1 <= y0) return 1;
        var seen = new int[(x1 - x0) * (y1 - y0)];
        for (int y = y0; y < y1; y++) System.arraycopy(pixels, y * w + x0, seen, (y - y0) * (x1 - x0), x1 - x0);
        Arrays.sort(seen);
        int ground = seen[0];
        int most = 0;
        for (int from = 0, to; from < seen.length; from = to) {
            to = end(seen, from);
            if (to - from <= most) continue;
            most = to - from;
            ground = seen[from];
        }
        // The third best pixel: a stray one is the edge of something else, and thin strokes have hardly two that are quite alike.
        var best = new double[] {1, 1, 1};
        for (int from = 0, to; from < seen.length; from = to) {
            to = end(seen, from);
            double ratio = ratio(seen[from], ground);
            for (int i = from; i < Math.min(to, from + 3); i++) {
                best[0] = Math.max(best[0], ratio);
                Arrays.sort(best);
            }
        }
        return best[0];
    }

    private static int end(int[] sorted, int from) {
        int to = from;
        while (to < sorted.length && sorted[to] == sorted[from]) to++;
        return to;
    }

    static double ratio(int a, int b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
    }

    private static double linear(int v) {
        double c = v / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static String where(Node node) {
        var path = new ArrayList<String>();
        for (var at = node.getParent(); at != null && path.size() < 3; at = at.getParent()) path.addFirst(at.getId() != null ? "#" + at.getId() : String.valueOf(at.getStyleClass()));
        return String.join(" ", path);
    }
}
