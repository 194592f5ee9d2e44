package studio.parley.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import studio.parley.ui.session.Preferences;

/**
 * Script, side pane and timeline. The timeline is as high as its tracks need and the side pane as wide as its cards, until somebody drags a
 * divider; the position is remembered in lines of text, so that neither another window nor larger text moves it. The script always keeps
 * its share. Side pane and timeline can be hidden; that is remembered, too.
 */
final class SplitLayout extends Region {
    /** The minimum fraction of the window's height for the script. */
    static final double SCRIPT_SHARE = 0.45;
    /** Six lines of the script, and the minimum useful height of the timeline: a ruler and a track; in lines of text. */
    private static final double SIX_LINES = 32;
    private static final double LEAST_TIMELINE = 9;
    private static final double SCRIPT_WIDTH = 26;
    private static final double USUAL_SIDE = 24;
    private static final double TEXT = 13;
    private static final String HIDDEN = "layout.hidden.";
    private static final String SIDE = "layout.side.em";
    private static final String TIMELINE = "layout.timeline.em";

    private final Region script;
    private final Region side;
    private final Region timeline;
    private final Preferences preferences;
    private final DoubleSupplier scale;
    private final Divider besideScript = new Divider(Orientation.VERTICAL, x -> sideEm(getWidth() - sceneToLocal(x, 0).getX()), () -> sideEm(0));
    private final Divider belowScript = new Divider(Orientation.HORIZONTAL,
            y -> timelineEm(getHeight() - sceneToLocal(0, y).getY()), () -> timelineEm(0));
    /** The user's choice, in lines of text; 0: none. */
    private double sideEm;
    private double timelineEm;

    /** @param scale text size, 1 is the default */
    SplitLayout(Region script, Region side, Region timeline, Preferences preferences, DoubleSupplier scale) {
        this.script = script;
        this.side = side;
        this.timeline = timeline;
        this.preferences = preferences;
        this.scale = scale;
        sideEm = preferences.number(SIDE, 0);
        timelineEm = preferences.number(TIMELINE, 0);
        side.setVisible(preferences.get(HIDDEN + "side").isEmpty());
        timeline.setVisible(preferences.get(HIDDEN + "timeline").isEmpty());
        for (var part : List.of(script, side, timeline)) part.setClip(clip(part));
        getChildren().addAll(script, side, timeline, besideScript, belowScript);
        setMinSize(0, 0);
    }

    void toggleSide() {
        toggle(side, "side");
    }

    void toggleTimeline() {
        toggle(timeline, "timeline");
    }

    boolean showsSide() {
        return side.isVisible();
    }

    boolean showsTimeline() {
        return timeline.isVisible();
    }

    /** The parts for F6, in order; without hidden ones. */
    List<Region> sections() {
        var out = new ArrayList<Region>(List.of(script));
        if (showsSide()) out.add(side);
        if (showsTimeline()) out.add(timeline);
        return out;
    }

    private void toggle(Region part, String name) {
        part.setVisible(!part.isVisible());
        preferences.put(HIDDEN + name, part.isVisible() ? "" : "yes");
        requestLayout();
    }

    private double em() {
        return TEXT * scale.getAsDouble();
    }

    /** A divider that is dragged too far stays where it stops: another window would show how far it went. */
    private void sideEm(double pixels) {
        sideEm = pixels == 0 ? 0 : sideWidth(getWidth(), Math.max(1, pixels)) / em();
        keep(SIDE, sideEm);
    }

    private void timelineEm(double pixels) {
        timelineEm = pixels == 0 ? 0 : timelineHeight(getHeight(), Math.max(1, pixels)) / em();
        keep(TIMELINE, timelineEm);
    }

    private void keep(String key, double wanted) {
        preferences.putLater(key, () -> Optional.of(wanted > 0 ? String.format(Locale.ROOT, "%.2f", wanted) : ""));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double low = showsTimeline() ? snapSizeY(timelineHeight(height, timelineEm * em())) : 0;
        double beside = showsSide() ? snapSizeX(sideWidth(width, sideEm * em())) : 0;
        double upper = height - low;
        script.resizeRelocate(0, 0, width - beside, upper);
        side.resizeRelocate(width - beside, 0, beside, upper);
        timeline.resizeRelocate(0, upper, width, low);
        besideScript.setVisible(showsSide());
        besideScript.resizeRelocate(width - beside - Divider.GRIP / 2, 0, Divider.GRIP, upper);
        belowScript.setVisible(showsTimeline());
        belowScript.resizeRelocate(0, upper - Divider.GRIP / 2, width, Divider.GRIP);
    }

    /** As high as requested (0: as its tracks need) and possible. */
    private double timelineHeight(double height, double wanted) {
        double all = getScene() == null ? height : getScene().getHeight();
        double least = Math.min(LEAST_TIMELINE * em(), height - SCRIPT_SHARE * all);
        double most = Math.max(least, height - Math.max(SCRIPT_SHARE * all, SIX_LINES * em()));
        return Math.max(0, Math.clamp(wanted > 0 ? wanted : timeline.prefHeight(-1), least, most));
    }

    private double sideWidth(double width, double wanted) {
        double least = side.minWidth(-1);
        return Math.clamp(wanted > 0 ? wanted : USUAL_SIDE * em(), least, Math.max(least, width - Math.min(width / 2, SCRIPT_WIDTH * em())));
    }

    private static Rectangle clip(Region part) {
        var clip = new Rectangle();
        clip.widthProperty().bind(part.widthProperty());
        clip.heightProperty().bind(part.heightProperty());
        return clip;
    }
}
