package studio.parley.ui.timeline.paint;

import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.timing.ClipSpeeds;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.paint.CssPalette.Ink;

/** One clip: a rounded box in the speaker's colour with its first words and its waveform. */
record ClipPainter(SampleCache samples, SpectrogramTiles spectrogram, PitchCurves pitch) {
    private static final double ROUND = 12;
    private static final double NARROW = 9;
    /** The opacity of a clip of a muted speaker. */
    private static final double MUTED = 0.35;

    void paint(PaintContext p, ClipBox box) {
        int speaker = box.part().line().speaker();
        p.gc().setGlobalAlpha(box.part().audible() ? 1 : MUTED);
        // Clipped far outside the view: a stroke of a million pixels costs as much as one that is visible.
        double x = Math.max(box.x(), -40);
        double w = Math.min(box.right(), p.view().width() + 40) - x;
        if (box.w() < NARROW) sliver(p, box, speaker);
        else body(p, box, x, w, speaker);
        if (box.w() >= NARROW) inside(p, box, speaker);
        p.gc().setGlobalAlpha(1);
    }

    /** A clip of a few pixels: no round corners, which cost more than all the rest and are not visible. */
    private static void sliver(PaintContext p, ClipBox box, int speaker) {
        var gc = p.gc();
        gc.setFill(p.faint(speaker));
        gc.fillRect(box.x(), box.y(), box.w(), box.h());
        gc.setFill(p.isSelected(box) || p.isSounding(box) ? p.ink(Ink.ACCENT) : edge(p, box).orElse(p.strong(speaker)));
        gc.fillRect(box.x(), box.y() + box.h() * 0.3, Math.max(1, box.w() - 1), box.h() * 0.4);
        if (p.isSelected(box)) gc.fillRect(box.x(), box.y(), Math.max(1, box.w() - 1), box.h());
    }

    private static void body(PaintContext p, ClipBox box, double x, double w, int speaker) {
        var gc = p.gc();
        boolean selected = p.isSelected(box);
        gc.setFill(p.ink(Ink.GROUND));
        gc.fillRoundRect(x, box.y(), w, box.h(), ROUND, ROUND);
        gc.setFill(selected ? p.strong(speaker).deriveColor(0, 1, 1, p.dark() ? 0.34 : 0.28) : p.faint(speaker));
        gc.fillRoundRect(x, box.y(), w, box.h(), ROUND, ROUND);
        var edge = edge(p, box);
        edge.ifPresent(colour -> {
            gc.setFill(colour.deriveColor(0, 1, 1, 0.14));
            gc.fillRoundRect(x, box.y(), w, box.h(), ROUND, ROUND);
            gc.setFill(colour);
            if (box.w() > 10) gc.fillRoundRect(box.x() + 1, box.y() + 1, 4, box.h() - 2, 4, 4);
        });
        if (p.isSounding(box)) sounding(p, box, x, w);
        gc.setStroke(edge.orElse(p.strong(speaker)));
        gc.setLineWidth(selected ? 2 : 1);
        if (box.w() > 3) gc.strokeRoundRect(x + 0.5, box.y() + 0.5, w - 1, box.h() - 1, ROUND, ROUND);
    }

    /** While it is heard: a tint of the accent, and a bar of it along the lower edge, as below the words of the line. */
    private static void sounding(PaintContext p, ClipBox box, double x, double w) {
        var gc = p.gc();
        gc.setFill(p.ink(Ink.ACCENT).deriveColor(0, 1, 1, 0.18));
        gc.fillRoundRect(x, box.y(), w, box.h(), ROUND, ROUND);
        gc.setFill(p.ink(Ink.ACCENT));
        double bar = Math.min(Math.round(4 * p.metrics().em()), box.h() / 3);
        gc.fillRoundRect(x + 1, box.y() + box.h() - bar - 1, w - 2, bar, bar, bar);
    }

    /** Red: its own text or settings changed; amber: a take in its context did. */
    static Optional<Color> edge(PaintContext p, ClipBox box) {
        return switch (p.session().staleness(box.line())) {
            case Staleness.Own o -> Optional.of(p.ink(Ink.RED));
            case Staleness.Upstream u -> Optional.of(p.ink(Ink.AMBER));
            default -> Optional.empty();
        };
    }

    private void inside(PaintContext p, ClipBox box, int speaker) {
        var m = p.metrics();
        double top = box.y() + m.name();
        double height = box.h() - m.name() - 3 * m.em();
        if (height < 4 * m.em()) return;
        if (p.model().options().spectrogram().get()) {
            spectrogram.paint(p, box, box.y() + 2, box.h() - 4, p.strong(speaker));
            pitch.paint(p, box, top, height);
        } else WavePainter.paint(p, samples, box, top, height, p.strong(speaker));
        fades(p, box);
        if (p.hovered().equals(box.line()) || p.isSelected(box)) handles(p, box);
    }

    /** Its text, above all hatching; it begins at the window's edge if the clip's own is farther left. */
    static void name(PaintContext p, ClipBox box, boolean hatched) {
        if (box.w() < NARROW) return;
        int speaker = box.part().line().speaker();
        // Next to the handle of the fade, even while that is hidden: text must not jump when the mouse arrives.
        double handle = Handles.hasFades(box, p.metrics()) ? 8 + Handles.fade(p.metrics()) : 3;
        double left = Math.max(box.x() + handle, 0) + 3;
        var font = p.fit().font(Math.min(p.metrics().text(), box.h() - 1));
        double end = Math.min(box.right(), p.view().width());
        double right = end - speed(p, box, end) - 5;
        var words = p.fit().fit(box.part().line().text().replace('\n', ' '), font, right - left);
        if (words.isEmpty()) return;
        boolean shared = p.shown().rows().containsKey(box.line());
        if (shared) ground(p, left - 2, box, p.fit().width(words, font) + 4);
        // A speaker's colour is legible on its own tint, not on red, amber, the accent, hatching or a faded clip.
        boolean own = !hatched && box.part().audible() && !p.isSelected(box) && !p.isSounding(box) && p.ink(Ink.NAME).getOpacity() == 0 && edge(p, box).isEmpty();
        p.text(words, font, own ? p.strong(speaker) : p.ink(Ink.TEXT), TextAlignment.LEFT, left, box.y() + Math.min(p.metrics().name(), box.h()) / 2 + 1);
    }

    /** Text on the hatching of a collision has its own background. */
    private static void ground(PaintContext p, double x, ClipBox box, double w) {
        p.gc().setFill(p.ink(Ink.GROUND));
        p.gc().fillRoundRect(x, box.y() + 1, w, Math.min(p.metrics().name(), box.h()) - 2, 4, 4);
    }

    /** Next to the handle in the upper right corner, if the speed is not 1; returns its width. */
    private static double speed(PaintContext p, ClipBox box, double right) {
        if (box.part().speed() == 1) return 0;
        var font = p.fit().font(p.metrics().small());
        var text = ClipSpeeds.text(box.part().speed());
        double width = p.fit().width(text, font);
        double handle = 10 * p.metrics().em();
        if (width + handle + 16 > box.w()) return 0;
        p.text(text, font, p.ink(Ink.TEXT), TextAlignment.RIGHT, right - handle, box.y() + p.metrics().name() / 2 + 1);
        return width + handle + 2;
    }

    private static void fades(PaintContext p, ClipBox box) {
        double frame = p.view().scale() / p.shown().arrangement().rate();
        p.gc().setStroke(p.strong(box.part().line().speaker()));
        p.gc().setLineWidth(1);
        double in = box.part().fadeIn() * frame;
        double out = box.part().fadeOut() * frame;
        if (in > 2) p.gc().strokeLine(box.x(), box.y() + box.h() - 1, box.x() + in, box.y() + 1);
        if (out > 2) p.gc().strokeLine(box.right() - out, box.y() + 1, box.right(), box.y() + box.h() - 1);
    }

    /** Fade handles in the upper corners, and the gain line with its handle. */
    private static void handles(PaintContext p, ClipBox box) {
        if (Handles.hasFades(box, p.metrics())) fadeHandles(p, box);
        if (Handles.hasGain(box, p.view(), p.metrics())) gain(p, box);
    }

    private static void fadeHandles(PaintContext p, ClipBox box) {
        p.gc().setFill(p.ink(Ink.TEXT));
        double rate = p.shown().arrangement().rate();
        double r = Handles.fade(p.metrics());
        for (double x : new double[] {Handles.fadeIn(box, p.view(), rate), Handles.fadeOut(box, p.view(), rate)}) {
            p.gc().fillRoundRect(x - r, box.y() + 1, 2 * r, 2 * r, 3, 3);
        }
    }

    private static void gain(PaintContext p, ClipBox box) {
        LineSettings own = p.shown().document().decoration(box.line());
        double y = Handles.gainY(box, own.gainDb(), p.metrics());
        p.gc().setStroke(p.ink(Ink.TEXT));
        p.gc().setGlobalAlpha(0.55);
        p.gc().setLineWidth(1);
        p.gc().strokeLine(Math.max(0, box.x() + 2), y, Math.min(p.view().width(), box.right() - 2), y);
        p.gc().setGlobalAlpha(1);
        double r = Handles.grip(p.metrics());
        double x = Handles.gainX(box, p.view(), p.metrics());
        p.gc().setFill(p.ink(Ink.GROUND));
        p.gc().fillOval(x - r, y - r, 2 * r, 2 * r);
        p.gc().setLineWidth(1.5);
        p.gc().strokeOval(x - r, y - r, 2 * r, 2 * r);
    }
}
