package studio.parley.ui.timeline.paint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.parley.studio.document.model.Track;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineMetrics;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.model.TimelineSnapshot;
import studio.parley.ui.timeline.model.Viewport;

/**
 * Everything a painter needs for one frame.
 *
 * @param boxes the visible clips
 * @param selected line ids
 * @param sounding the lines that are heard now
 * @param hovered the line under the mouse, or empty text
 * @param hues filled on demand
 */
record PaintContext(GraphicsContext gc, TimelineModel model, TimelineSnapshot shown, Viewport view, TimelineMetrics metrics, CssPalette inks, TextEllipsizer fit,
        List<ClipBox> boxes,
                Set<String> selected, Set<String> sounding, String hovered, boolean dark, Map<Integer, Hues> hues) {
    /** A speaker's colour, made legible once per frame. */
    record Hues(Color strong, Color faint) {
        static Hues of(Track track, boolean dark) {
            return new Hues(SpeakerColour.strong(track.colour(), dark), SpeakerColour.faint(track.colour(), dark));
        }
    }

    ProjectSession session() {
        return model.session();
    }

    Color ink(CssPalette.Ink ink) {
        return inks.of(ink);
    }

    /** Draws text with its middle at the height {@code y}, and its left or right end or its centre at {@code x}. */
    void text(String text, Font font, Color ink, TextAlignment align, double x, double y) {
        gc.setFont(font);
        gc.setTextAlign(align);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFill(ink);
        gc.fillText(text, x, y);
    }

    private Hues hue(int speaker) {
        return hues.computeIfAbsent(speaker, s -> Hues.of(shown.document().track(s), dark));
    }

    Color strong(int speaker) {
        return hue(speaker).strong();
    }

    Color faint(int speaker) {
        return hue(speaker).faint();
    }

    boolean isSounding(ClipBox box) {
        return sounding.contains(box.line());
    }

    boolean isSelected(ClipBox box) {
        return selected.contains(box.line());
    }
}
