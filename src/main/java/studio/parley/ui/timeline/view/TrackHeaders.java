package studio.parley.ui.timeline.view;

import java.util.List;
import java.util.Map;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Track;
import studio.parley.ui.timeline.gesture.Readout;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** The column at the left: a header for every track, scrolled with the tracks; as wide as the longest name, within limits. */
final class TrackHeaders extends BorderPane {
    /** Pixels at the default text size. */
    private static final double NARROWEST = 118;
    private static final double WIDEST = 250;
    /** Maximum fraction of the timeline's width; shortened names have a tooltip. */
    private static final double SHARE = 0.25;
    private final TimelineModel model;
    private final TimelineCanvas surface;
    private final Pane tracks = new Pane() {
        @Override
        protected void layoutChildren() {
            place();
        }
    };
    private final Runnable home;
    private final Readout readout;
    private List<Integer> speakers = List.of();
    private @Nullable Content content;

    /** All that headers show. */
    private record Content(List<Speaker> shown, List<Speaker> all, Map<Integer, Track> tracks, boolean dark) {}

    /** @param home gets the focus back when a switch was pressed with the mouse, so that keys apply to clips again */
    TrackHeaders(TimelineModel model, TimelineCanvas surface, Readout readout, Runnable home) {
        this.home = home;
        this.readout = readout;
        this.model = model;
        this.surface = surface;
        getStyleClass().add("tracks");
        var corner = new Region();
        surface.emProperty().subscribe(em -> corner.setMinHeight(surface.metrics().ruler()));
        setTop(corner);
        setCenter(tracks);
        var clip = new Rectangle();
        clip.widthProperty().bind(tracks.widthProperty());
        clip.heightProperty().bind(tracks.heightProperty());
        tracks.setClip(clip);
        tracks.setMinHeight(0);
        model.versionProperty().subscribe(v -> show());
        model.viewport().versionProperty().subscribe(v -> tracks.requestLayout());
        model.session().darkProperty().subscribe(d -> show());
        tracks.setOnScroll(e -> model.viewport().scrollDown(-e.getDeltaY()));
    }

    private void show() {
        var document = model.shown().document();
        var wanted = new Content(model.shown().speakers(), document.conversation().speakers(), document.tracks(), model.session().services().theme().isDark());
        if (wanted.equals(content)) return;
        content = wanted;
        var now = wanted.shown().stream().map(Speaker::number).toList();
        if (!now.equals(speakers)) {
            speakers = now;
            tracks.getChildren().setAll(now.stream().map(s -> new TrackHeader(model, readout, s, home)).toList());
        }
        for (var child : tracks.getChildren()) ((TrackHeader) child).show();
        tracks.applyCss();
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        double em = surface.emProperty().get();
        double widest = tracks.getChildren().stream().mapToDouble(t -> t.prefWidth(-1)).max().orElse(0);
        double all = getParent() == null ? 0 : getParent().getLayoutBounds().getWidth();
        double most = all > 0 ? Math.min(WIDEST * em, SHARE * all) : WIDEST * em;
        return Math.ceil(Math.clamp(widest + 1, NARROWEST * em, Math.max(NARROWEST * em, most)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    private void place() {
        double lane = surface.metrics().lane();
        for (int i = 0; i < tracks.getChildren().size(); i++) {
            tracks.getChildren().get(i).resizeRelocate(0, surface.metrics().head() + i * lane - model.viewport().top(), tracks.getWidth(),
                    lane);
        }
    }
}
