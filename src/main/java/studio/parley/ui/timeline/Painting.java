package studio.parley.ui.timeline;

import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.parley.studio.document.Track;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.SpeakerColour;

/**
 * Everything a painter needs for one picture.
 *
 * @param boxes the clips of which something is seen
 * @param selected line ids
 * @param hovered the line under the mouse, or empty text
 */
record Painting(GraphicsContext gc, TimelineModel model, Shown shown, Viewport view, Metrics metrics, Inks inks, TextFit fit, List<ClipBox> boxes,
                Set<String> selected, String hovered, boolean dark) {
    Desk desk() {
        return model.desk();
    }

    Color ink(Inks.Ink ink) {
        return inks.of(ink);
    }

    Track track(int speaker) {
        return shown.document().track(speaker);
    }

    Color strong(int speaker) {
        return SpeakerColour.strong(track(speaker).colour(), dark);
    }

    Color faint(int speaker) {
        return SpeakerColour.faint(track(speaker).colour(), dark);
    }

    boolean isSelected(ClipBox box) {
        return selected.contains(box.line());
    }
}
