package studio.parley.ui.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.studio.export.Arrangement.Part;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.FxThread;

/**
 * The very samples that are played, for zooms at which a column is few of them: read from the desk's rendering, a part at a time in
 * blocks of {@value #BLOCK} frames, off the JavaFX thread, the last used kept.
 */
final class SampleWindows {
    static final int BLOCK = 16384;
    private static final int MOST = 64;

    private record Key(Part part, long block) {}

    private final Desk desk;
    private final Runnable arrived;
    private final Map<Key, Optional<float[]>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Part lastPart;
    private long lastBlock;
    private Optional<float[]> last = Optional.empty();

    /** @param arrived called on the JavaFX thread when samples that were asked for are there */
    SampleWindows(Desk desk, Runnable arrived) {
        this.desk = desk;
        this.arrived = arrived;
    }

    /** The samples of one block of a part, counted from its start; empty until they are read. */
    Optional<float[]> block(Part part, long block) {
        // Painters ask sample by sample: the same part is the same object.
        if (part == lastPart && block == lastBlock) return last;
        var key = new Key(part, block);
        var here = kept.get(key);
        if (here != null) {
            lastPart = part;
            lastBlock = block;
            last = here;
            return here;
        }
        kept.put(key, Optional.empty());
        var rendering = desk.rendering().solo(part);
        FxThread.work(() -> rendering.read(part.start() + block * BLOCK, BLOCK).samples(0), samples -> keep(key, samples), desk.tools()
                .notices()::trouble);
        return Optional.empty();
    }

    private void keep(Key key, float[] samples) {
        kept.put(key, Optional.of(samples));
        lastPart = null;
        var oldest = kept.keySet().iterator();
        while (kept.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
        arrived.run();
    }
}
