package studio.parley.ui.timeline;

import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** The column at the left: the switches in the corner, below them a header for every track, scrolled with the tracks. */
final class TrackHeaders extends BorderPane {
    private final TimelineModel model;
    private final Surface surface;
    private final Pane tracks = new Pane() {
        @Override
        protected void layoutChildren() {
            place();
        }
    };
    private final Runnable home;
    private List<Integer> speakers = List.of();

    /** @param home takes the focus back when a switch was pressed with the mouse, so that keys mean clips again */
    TrackHeaders(TimelineModel model, Surface surface, Corner corner, Runnable home) {
        this.home = home;
        this.model = model;
        this.surface = surface;
        getStyleClass().add("tracks");
        surface.emProperty().subscribe(em -> {
            setPrefWidth(150 * em.doubleValue());
            setMinWidth(150 * em.doubleValue());
            corner.setMinHeight(surface.metrics().ruler());
            corner.setMaxHeight(surface.metrics().ruler());
        });
        setTop(corner);
        setCenter(tracks);
        var clip = new Rectangle();
        clip.widthProperty().bind(tracks.widthProperty());
        clip.heightProperty().bind(tracks.heightProperty());
        tracks.setClip(clip);
        tracks.setMinHeight(0);
        model.versionProperty().subscribe(v -> show());
        model.viewport().versionProperty().subscribe(v -> tracks.requestLayout());
        model.desk().darkProperty().subscribe(d -> show());
        tracks.setOnScroll(e -> model.viewport().scrollDown(-e.getDeltaY()));
    }

    private void show() {
        var now = model.desk().document().conversation().speakers().stream().map(s -> s.number()).toList();
        if (!now.equals(speakers)) {
            speakers = now;
            tracks.getChildren().setAll(now.stream().map(s -> new TrackHeader(model.desk(), s, home)).toList());
        }
        for (var child : tracks.getChildren()) ((TrackHeader) child).show();
    }

    private void place() {
        double lane = surface.metrics().lane();
        for (int i = 0; i < tracks.getChildren().size(); i++) {
            tracks.getChildren().get(i).resizeRelocate(0, surface.metrics().head() + i * lane - model.viewport().top(), tracks.getWidth(),
                    lane);
        }
    }
}
