package studio.parley.ui.timeline.paint;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import studio.parley.render.RenderStatus;
import studio.parley.studio.export.Arrangement.Part;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineMetrics;
import studio.parley.ui.timeline.model.TimelineModel;

/**
 * The drawing: one canvas with ruler, lanes, clips, badges; above it the nodes that move often (playhead) or are typed into. However much
 * changes, it is painted once per pulse, and only the visible part.
 */
public final class TimelineCanvas extends Region {
    /** Pixels of the default text size. */
    private static final double USUAL = 13;
    /** The minimum number of tracks for which space is requested. */
    private static final int LEAST_TRACKS = 2;
    private final TimelineModel model;
    private final Canvas canvas = new Canvas();
    private final CssPalette inks = new CssPalette(this::repaint);
    private final TextEllipsizer fit = new TextEllipsizer();
    private final LanePainter lanes = new LanePainter();
    private final ClipPainter clips;
    private final LiveClipPainter growing;
    private final ObservableMap<String, RenderStatus> statuses;
    private List<ClipBox> boxes = List.of();
    private List<Badge> badges = List.of();
    private final ReadOnlyDoubleWrapper em = new ReadOnlyDoubleWrapper(1);
    private final Text letter = new Text();
    private String hovered = "";
    private Set<String> sounding = Set.of();
    private int tracks;
    private boolean dirty = true;

    public TimelineCanvas(TimelineModel model) {
        this.model = model;
        var session = model.session();
        clips = new ClipPainter(new SampleCache(session, this::repaint),
                new SpectrogramTiles(session, this::repaint), new PitchCurves(session, this::repaint));
        growing = new LiveClipPainter(new LivePeaks(session.speech()));
        statuses = session.speech().statuses();
        getChildren().addAll(inks, letter, canvas);
        canvas.setMouseTransparent(true);
        em.set(session.services().theme().textPercent() / 100.0);
        letter.setManaged(false);
        letter.fontProperty().addListener((o, was, is) -> em.set(is.getSize() / USUAL));
        em.subscribe(v -> {
            model.viewport().margin(16 * v.doubleValue());
            repaint();
        });
        model.versionProperty().subscribe(v -> repaint());
        model.viewport().versionProperty().subscribe(v -> repaint());
        session.stalenessProperty().subscribe(s -> repaint());
        session.selectionProperty().subscribe(s -> repaint());
        session.waveforms().versionProperty().subscribe(v -> repaint());
        session.player().loopProperty().subscribe(l -> repaint());
        session.darkProperty().subscribe(d -> repaint());
        session.player().positionProperty().subscribe(this::listen);
        session.player().playingProperty().subscribe(this::listen);
        model.options().spectrogram().subscribe(s -> repaint());
        statuses.addListener((MapChangeListener<String, RenderStatus>) c -> repaint());
    }

    private void askForRoom() {
        tracks = model.shown().speakers().size();
        // A clipped region is asked for its size again only if its parents are notified.
        for (Parent at = this; at != null; at = at.getParent()) at.requestLayout();
    }

    /** Puts a node above the drawing; it is not laid out. */
    public void above(Node... nodes) {
        for (var node : nodes) node.setManaged(false);
        getChildren().addAll(nodes);
    }

    public void below(Node node) {
        getChildren().remove(node);
    }

    public TimelineMetrics metrics() {
        return TimelineMetrics.fitting(em.get(), model.shown().speakers().size(), getHeight());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(TimelineMetrics.of(em.get()).height(Math.max(LEAST_TRACKS, model.shown().speakers().size())));
    }

    /** The text size, 1 is the default: follows the style sheets, also while the window is open. */
    public ReadOnlyDoubleProperty emProperty() {
        return em.getReadOnlyProperty();
    }

    /** Painted again only when another clip begins or ends to sound. */
    private void listen() {
        var now = session().player().sounding().stream().filter(Part::audible).map(p -> p.line().id()).collect(Collectors.toUnmodifiableSet());
        if (now.equals(sounding)) return;
        sounding = now;
        repaint();
    }

    /** The lines whose clips are heard now. */
    public Set<String> sounding() {
        return sounding;
    }

    /** Paints at the next pulse. */
    public void repaint() {
        dirty = true;
        requestLayout();
    }

    /** The line the mouse is over, or empty text. */
    public void hover(String line) {
        if (hovered.equals(line)) return;
        hovered = line;
        repaint();
    }

    /** The clips as they were last drawn, and after any change as they will be drawn next. */
    public List<ClipBox> boxes() {
        if (dirty) boxes = ClipBox.visible(model.shown(), model.viewport(), metrics());
        return boxes;
    }

    public List<Badge> badges() {
        if (dirty) badges = Badge.of(painting());
        return badges;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            dirty = true;
        }
        var m = metrics();
        model.viewport().size(getWidth(), getHeight() - m.ruler());
        model.viewport().content(model.shown().length(), m.height(model.shown().speakers().size()) - m.ruler());
        // Not during layout.
        if (model.shown().speakers().size() != tracks) Platform.runLater(this::askForRoom);
        if (!dirty) return;
        paint();
        dirty = false;
    }

    private PaintContext painting() {
        return new PaintContext(canvas.getGraphicsContext2D(), model, model.shown(), model.viewport(), metrics(), inks, fit, boxes(),
                Set.copyOf(session().selection().lines()), sounding, hovered, session().services().theme().isDark(), new HashMap<>());
    }

    private ProjectSession session() {
        return model.session();
    }

    private void paint() {
        var p = painting();
        badges = Badge.of(p);
        var gc = p.gc();
        gc.clearRect(0, 0, getWidth(), getHeight());
        var loop = session().player().loopProperty().get();
        gc.save();
        gc.beginPath();
        gc.rect(0, p.metrics().ruler() - p.metrics().badge() / 2, getWidth(), getHeight());
        gc.clip();
        lanes.under(p, loop);
        ExpectedPainter.paint(p);
        for (var box : p.boxes()) clips.paint(p, box);
        growing.paint(p, statuses);
        var hatched = lanes.overlaps(p);
        for (var box : p.boxes()) ClipPainter.name(p, box, hatched.contains(box.line()));
        gc.restore();
        RulerPainter.paint(p, loop);
        Badge.paint(p, badges);
    }
}
