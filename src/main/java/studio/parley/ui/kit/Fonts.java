package studio.parley.ui.kit;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;
import org.kordamp.ikonli.FontLoader;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import studio.parley.io.AppFolders;
import studio.parley.io.Unpacked;

/**
 * Fonts from jars. JavaFX would copy each into the system's temporary folder at every start, so they are unpacked once into Parley's cache
 * and loaded from there.
 */
final class Fonts implements FontLoader {
    private static final double ANY_SIZE = 13;
    private static final Map<URI, Optional<Font>> LOADED = new ConcurrentHashMap<>();

    private Fonts() {}

    /** Makes the icons load theirs here; to be called before the first icon. */
    static void forIcons() {
        IkonResolverProvider.getInstance(new Fonts());
    }

    @Override
    public void loadFont(IkonHandler handler) {
        load(handler.getFontResource()).ifPresent(handler::setFont);
    }

    /** Empty if it cannot be used: texts then have another font. */
    static Optional<Font> load(URL resource) {
        try {
            return LOADED.computeIfAbsent(resource.toURI(), uri -> {
                try {
                    // By its plain path: JavaFX does not decode the path of a URL.
                    return Optional.ofNullable(Font.loadFont("file:" + file(resource), ANY_SIZE));
                } catch (IOException | URISyntaxException e) {
                    return Optional.empty();
                }
            });
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Path file(URL resource) throws IOException, URISyntaxException {
        if (resource.getProtocol().equals("file")) return Path.of(resource.toURI());
        return Unpacked.folder(AppFolders.ofUser().cache(), "font", List.of(resource)).resolve(Unpacked.fileName(resource));
    }
}
