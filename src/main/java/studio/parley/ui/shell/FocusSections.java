package studio.parley.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.FocusRing;
import studio.parley.ui.kit.command.Commands;

/** Moves the focus through the parts of the window (F6). */
record FocusSections(Supplier<List<Node>> all, FocusRing ring) {
    /** Focuses the next part that accepts it, or with -1 the previous one. */
    void move(int step) {
        var parts = all.get();
        int here = -1;
        for (int i = 0; i < parts.size(); i++) if (Commands.hasFocus(parts.get(i))) here = i;
        for (int n = 1; n <= parts.size(); n++) {
            var target = Focus.first(parts.get(Math.floorMod(here + n * step + (here < 0 && step < 0 ? 1 : 0), parts.size())));
            if (target.isPresent()) {
                ring.focus(target.get());
                return;
            }
        }
    }
}
