package studio.parley.ui.timeline.paint;

import studio.parley.audio.dsp.PitchTrack;
import studio.parley.ui.kit.AsyncCache;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.paint.CssPalette.Ink;

/**
 * The pitch of clips as thin curves over their spectrograms, computed off the JavaFX thread when first visible, the most recently used are
 * kept.
 */
public final class PitchCurves {
    /** From the lower to the upper edge of a clip, on a logarithmic scale: most voices are in the middle. */
    private static final double LOWEST = 50;
    private static final double HIGHEST = 500;
    private static final int MOST = 256;
    /** Where the pitch jumps more than this, the curve is interrupted: an error in noise, or another syllable. */
    private static final double JUMP = 1.25;

    private record Key(String clip, double speed) {}

    private final AsyncCache<Key, PitchTrack> tracks;

    PitchCurves(ProjectSession session, Runnable arrived) {
        tracks = new AsyncCache<>(MOST, key -> () -> PitchTrack.of(session.clip(key.clip(), key.speed())), arrived, session.services().notices()::trouble);
    }

    void paint(PaintContext p, ClipBox box, double top, double height) {
        tracks.get(new Key(box.part().take().clip(), box.part().speed())).ifPresent(track -> curve(p, box, track, top, height));
    }

    private static void curve(PaintContext p, ClipBox box, PitchTrack track, double top, double height) {
        var part = box.part();
        double pixels = p.view().scale() / part.take().rate();
        double skip = (double) part.skip() * part.take().rate() / p.shown().arrangement().rate();
        int first = (int) Math.max(0, (skip + Math.max(0, -box.x()) / pixels) / track.hop());
        int last = (int) Math.min(track.length(), Math.ceil((skip + Math.min(box.w(), p.view().width() - box.x()) / pixels) / track.hop()));
        var gc = p.gc();
        gc.setStroke(p.ink(Ink.TEXT));
        gc.setLineWidth(1.2);
        gc.beginPath();
        float before = 0;
        for (int i = first; i < last; i++) {
            float hertz = track.at(i);
            if (hertz > 0) {
                double x = box.x() + ((i + 0.5) * track.hop() - skip) * pixels;
                double y = top + height * (1 - height(hertz));
                if (before > 0 && Math.max(hertz / before, before / hertz) < JUMP) gc.lineTo(x, y);
                else gc.moveTo(x, y);
            }
            before = hertz;
        }
        gc.stroke();
    }

    /** From 0 at the lower edge to 1 at the upper one. */
    public static double height(double hertz) {
        return Math.clamp(Math.log(hertz / LOWEST) / Math.log(HIGHEST / LOWEST), 0, 1);
    }
}
