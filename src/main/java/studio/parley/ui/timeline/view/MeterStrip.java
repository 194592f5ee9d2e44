package studio.parley.ui.timeline.view;

import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.parley.audio.loudness.LevelMeter;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.PlaybackController;

/** Levels during playback: peak with hold and clip indicator, RMS, momentary and short-term loudness. Updated only during playback. */
final class MeterStrip extends VBox {
    private static final double FLOOR = -60;
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private final PlaybackController player;
    private final LevelMeter meter;
    private final Region clip = new Region();
    private final Region peak = region("level");
    private final Region rms = region("level");
    private final Region held = region("held");
    private final Pane scale = new Pane(peak, rms, held) {
        @Override
        protected void layoutChildren() {
            place();
        }
    };
    private final Label momentary = new Label();
    private final Label shortTerm = new Label();
    private LevelMeter.Reading shown = LevelMeter.Reading.SILENT;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            var reading = meter.reading();
            show(reading);
            if (!player.playingProperty().get() && isStill(reading)) stop();
        }
    };

    MeterStrip(PlaybackController player, ReadOnlyDoubleProperty em) {
        this.player = player;
        meter = player.meter();
        setId("timeline-meter");
        getStyleClass().add("meter");
        em.subscribe(v -> {
            setMinWidth(66 * v.doubleValue());
            setPrefWidth(66 * v.doubleValue());
            clip.setMaxWidth(22 * v.doubleValue());
            scale.setMaxWidth(22 * v.doubleValue());
        });
        clip.getStyleClass().add("clip-light");
        clip.setId("timeline-clip-light");
        clip.setOnMouseClicked(e -> reset());
        Tooltip.install(clip, new Tooltip(Messages.of("timeline.meter.clip")));
        scale.getStyleClass().add("scale");
        scale.setMinHeight(0);
        VBox.setVgrow(scale, Priority.ALWAYS);
        for (var label : new Label[] {momentary, shortTerm}) {
            label.getStyleClass().addAll("small", "muted", "numbers");
            label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        momentary.setTooltip(new Tooltip(Messages.of("timeline.meter.momentary")));
        shortTerm.setTooltip(new Tooltip(Messages.of("timeline.meter.short")));
        getChildren().addAll(clip, scale, momentary, shortTerm);
        setAccessibleRole(AccessibleRole.TEXT);
        show(LevelMeter.Reading.SILENT);
        sceneProperty().subscribe(this::run);
        player.playingProperty().subscribe(this::run);
        player.positionProperty().subscribe(this::run);
    }

    /** Until playback ends and the levels have fallen. */
    private void run() {
        if (getScene() != null) timer.start();
        else timer.stop();
    }

    private static boolean isStill(LevelMeter.Reading reading) {
        return reading.held() < FLOOR && reading.peak() < FLOOR && reading.rms() < FLOOR && Double.isInfinite(reading.shortTerm());
    }

    private void reset() {
        meter.reset();
        show(meter.reading());
    }

    void show(LevelMeter.Reading now) {
        if (now.equals(shown) && !momentary.getText().isEmpty()) return;
        shown = now;
        momentary.setText("M " + number(now.momentary()));
        shortTerm.setText("S " + number(now.shortTerm()));
        clip.pseudoClassStateChanged(OVER, now.clipped());
        setAccessibleText(Messages.of("timeline.meter.spoken", number(now.momentary()), number(now.shortTerm()), number(now.held())));
        place();
    }

    /** Left bar the peak, right bar the RMS, one line over both the held peak. */
    private void place() {
        double w = scale.getWidth();
        double h = scale.getHeight();
        bar(peak, 0, w / 2 - 1, h, shown.peak());
        bar(rms, w / 2 + 1, w / 2 - 1, h, shown.rms());
        held.setVisible(shown.held() > FLOOR);
        held.resizeRelocate(0, h * (1 - share(shown.held())), w, 2);
    }

    private static void bar(Region bar, double x, double w, double h, double db) {
        double part = share(db);
        bar.setVisible(part > 0);
        bar.resizeRelocate(x, h * (1 - part), w, h * part);
        level(bar, db > -1 ? "over" : db > -9 ? "hot" : "");
    }

    private static void level(Region bar, String name) {
        var wanted = name.isEmpty() ? java.util.List.of("level") : java.util.List.of("level", name);
        if (!bar.getStyleClass().equals(wanted)) bar.getStyleClass().setAll(wanted);
    }

    private static double share(double db) {
        return Math.clamp(1 - db / FLOOR, 0, 1);
    }

    private static String number(double db) {
        return db < -99 ? "\u2013" : String.format(Locale.ROOT, "%.1f", db).replace('-', '\u2212');
    }

    private static Region region(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }
}
