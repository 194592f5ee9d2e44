package studio.parley.ui;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** Writes a JavaFX picture to a file. */
final class Png {
    private Png() {}

    static void write(Image image, File file) throws IOException {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        var out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        var reader = image.getPixelReader();
        for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) out.setRGB(x, y, reader.getArgb(x, y));
        file.getParentFile().mkdirs();
        ImageIO.write(out, "png", file);
    }
}
