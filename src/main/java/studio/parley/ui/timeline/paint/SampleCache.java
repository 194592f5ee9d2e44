package studio.parley.ui.timeline.paint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.studio.export.Arrangement.Part;
import studio.parley.ui.session.ProjectSession;

/**
 * The very samples that are played, for zooms at which a column is few of them: read from the session's rendering, a part at a time in
 * blocks of {@value #BLOCK} frames, off the JavaFX thread, the last used kept.
 */
public final class SampleCache {
    public static final int BLOCK = 16384;
    private static final int MOST = 64;

    private record Key(Part part, long block) {}

    private final AsyncCache<Key, float[]> blocks;
    private @Nullable Part lastPart;
    private long lastBlock;
    private Optional<float[]> last = Optional.empty();

    /** @param arrived called on the JavaFX thread when samples that were asked for are there */
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
        // Painters ask sample by sample: the same part is the same object.
        if (part == lastPart && block == lastBlock) return last;
        lastPart = part;
        lastBlock = block;
        last = blocks.get(new Key(part, block));
        return last;
    }
}
