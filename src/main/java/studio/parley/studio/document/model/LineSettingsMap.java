package studio.parley.studio.document.model;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Line;

/**
 * Settings by line id that belong to existing lines and takes. Remembers the lines it was last checked against: after most edits of
 * thousands of lines only a few have changed, and only those are checked. Immutable for its users.
 */
final class LineSettingsMap extends AbstractMap<String, LineSettings> {
    private final Map<String, LineSettings> all;
    private volatile List<Line> lines;

    private LineSettingsMap(Map<String, LineSettings> all, List<Line> lines) {
        this.all = all;
        this.lines = lines;
    }

    /** The settings that belong to {@code lines}; the same map if that is all of it. */
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
