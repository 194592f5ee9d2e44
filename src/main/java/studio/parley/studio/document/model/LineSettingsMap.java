package studio.parley.studio.document.model;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Line;

/**
 * Decorations by line id that belong to lines and takes that are there. Remembers the lines it was last looked through for: after
 * most edits of thousands of lines a few are others, and only those are looked at. Immutable to whoever uses it.
 */
final class LineSettingsMap extends AbstractMap<String, LineSettings> {
    private final Map<String, LineSettings> all;
    private volatile List<Line> lines;

    private LineSettingsMap(Map<String, LineSettings> all, List<Line> lines) {
        this.all = all;
        this.lines = lines;
    }

    /** What of them belongs to {@code lines}; the same map when that is all of it. */
    static LineSettingsMap of(Map<String, LineSettings> decorations, List<Line> lines) {
        if (decorations instanceof LineSettingsMap known && known.fits(lines)) return known;
        var out = new HashMap<String, LineSettings>();
        for (var line : lines) {
            var given = decorations.get(line.id());
            if (given == null) continue;
            var own = given.isOf(line.takes()) ? given : given.keeping(line.takes());
            if (!own.equals(LineSettings.NONE)) out.put(line.id(), own);
        }
        return decorations instanceof LineSettingsMap known && known.all.equals(out) ? known : new LineSettingsMap(Map.copyOf(out), lines);
    }

    private boolean fits(List<Line> now) {
        var before = lines;
        if (before.size() != now.size()) return false;
        for (int i = 0; i < now.size(); i++) {
            var was = before.get(i);
            var is = now.get(i);
            if (was != is && !(was.id().equals(is.id()) && was.takes().equals(is.takes()))) return false;
        }
        lines = now;
        return true;
    }

    @Override
    public @Nullable LineSettings get(Object line) {
        return all.get(line);
    }

    @Override
    public boolean containsKey(Object line) {
        return all.containsKey(line);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public Set<Entry<String, LineSettings>> entrySet() {
        return all.entrySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof LineSettingsMap o && all.equals(o.all) || super.equals(other);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }
}
