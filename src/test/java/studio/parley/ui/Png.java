package studio.parley.ui;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Writes a JavaFX picture to a file. */
final class Png {
    private Png() {}

    static void write(Image image, File file) throws IOException {
        write(picture(image), file);
    }

    static void write(BufferedImage picture, File file) throws IOException {
        file.getParentFile().mkdirs();
        ImageIO.write(picture, "png", file);
    }

    static BufferedImage picture(Image image) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        var out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        var pixels = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        out.setRGB(0, 0, w, h, pixels, 0, w);
        return out;
    }
}
