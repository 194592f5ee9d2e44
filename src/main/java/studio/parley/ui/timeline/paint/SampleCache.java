package studio.parley.ui.timeline.paint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.studio.export.Arrangement.Part;
import studio.parley.ui.kit.AsyncCache;
import studio.parley.ui.session.ProjectSession;

/**
 * The samples that are played, for zoom levels with few of them per column: read from the session's mix, a part at a time in blocks of
 * {@value #BLOCK} frames, off the JavaFX thread, the most recently used are kept.
 */
public final class SampleCache {
    public static final int BLOCK = 16384;
    private static final int MOST = 64;

    private record Key(Part part, long block) {}

    private final AsyncCache<Key, float[]> blocks;
    private @Nullable Part lastPart;
    private long lastBlock;
    private Optional<float[]> last = Optional.empty();

    /** @param arrived called on the JavaFX thread when requested samples are available */
    public SampleCache(ProjectSession session, Runnable arrived) {
        blocks = new AsyncCache<>(MOST, key -> {
            var rendering = session.rendering().solo(key.part());
            return () -> rendering.read(key.part().start() + key.block() * BLOCK, BLOCK).samples(0);
        }, () -> {
            lastPart = null;
            arrived.run();
        }, session.services().notices()::trouble);
    }

    /** The samples of one block of a part, counted from its start; empty until they are read. */
    public Optional<float[]> block(Part part, long block) {
        // Painters read sample by sample: the same part is the same object.
        if (part == lastPart && block == lastBlock) return last;
        lastPart = part;
        lastBlock = block;
        last = blocks.get(new Key(part, block));
        return last;
    }
}
