package studio.parley.ui.timeline.view;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.Hint;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.gesture.ClipActions;
import studio.parley.ui.timeline.gesture.HitTester;
import studio.parley.ui.timeline.gesture.MouseController;
import studio.parley.ui.timeline.gesture.PlayheadNode;
import studio.parley.ui.timeline.gesture.Readout;
import studio.parley.ui.timeline.gesture.SnapSession;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.model.Viewport;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** The timeline: one track per speaker. */
public final class TimelineView extends BorderPane {
    private final TimelineModel model;
    private final TimelineCanvas surface;
    private final FocusedClip clip;
    private final ClipActions actions;
    private final Readout readout = new Readout(this);

    public TimelineView(ProjectSession session) {
        model = new TimelineModel(session);
        surface = new TimelineCanvas(model);
        clip = new FocusedClip(model, surface);
        actions = new ClipActions(model, surface, clip);
        var commands = new TimelineCommands(model, surface, actions, clip.focusedProperty());
        commands.register();
        getStyleClass().addAll("surface", "timeline");
        setId("timeline");
        var playhead = new PlayheadNode(model, surface);
        var hits = new HitTester(model, surface, playhead);
        var mouse = new MouseController(model, surface, hits, new SnapSession(model, surface), actions, readout);
        // Focuses the clips, and not the first track's gain, which the arrows would change.
        Focus.entry(this, clip);
        clip.menu(new ClipMenu(model, surface, actions, hits));
        new TimelineTooltips(model, surface, hits);
        addEventFilter(KeyEvent.ANY, e -> {
            boolean pressed = e.getEventType() == KeyEvent.KEY_PRESSED;
            if (e.getCode() == KeyCode.ESCAPE && pressed && mouse.cancel()) e.consume();
            if (e.getCode() == KeyCode.ALT && mouse.alternative(pressed)) e.consume();
        });
        compose();
        fitOnce(commands);
    }

    private void compose() {
        surface.setId("timeline-surface");
        var headers = new TrackHeaders(model, surface, readout, actions::focus);
        var middle = new BorderPane(new StackPane(surface, new EmptyTimeline(model), new TimeScroll(model.viewport())));
        var clipping = new Rectangle();
        clipping.widthProperty().bind(surface.widthProperty());
        clipping.heightProperty().bind(surface.heightProperty());
        surface.setClip(clipping);
        surface.setMinSize(0, 0);
        middle.setRight(depth());
        setLeft(headers);
        widthProperty().subscribe(w -> headers.requestLayout());
        setCenter(middle);
        setRight(new MeterStrip(model.session().player(), surface.emProperty()));
        setBottom(new TimelineFooter(model.viewport(), new TimelineSwitches(model, actions::focus)));
        // If there is too little space, the tracks shrink and not the footer.
        setMinHeight(0);
    }

    /** Appears if not all tracks fit. */
    private ScrollBar depth() {
        var bar = new ScrollBar();
        bar.setOrientation(Orientation.VERTICAL);
        var view = model.viewport();
        view.versionProperty().subscribe(v -> {
            Visibility.show(view.deepest() > 0, bar);
            bar.setMax(view.deepest());
            bar.setValue(view.top());
            bar.setUnitIncrement(surface.metrics().lane());
            bar.setBlockIncrement(surface.metrics().lane() * 2);
            bar.setVisibleAmount(view.deepest() * 0.5);
        });
        bar.valueProperty().addListener((o, was, is) -> view.scrollDown(is.doubleValue() - view.top()));
        return bar;
    }

    /** A short conversation is shown completely at first; of a long one, the start. */
    private void fitOnce(TimelineCommands commands) {
        surface.widthProperty().addListener(new javafx.beans.value.ChangeListener<>() {
            @Override
            public void changed(javafx.beans.value.ObservableValue<? extends Number> o, Number was, Number is) {
                if (is.doubleValue() < 100) return;
                surface.widthProperty().removeListener(this);
                model.viewport().size(is.doubleValue(), surface.getHeight());
                if (model.shown().length() < 60) commands.fit();
            }
        });
    }

    /** What is visible. */
    public Viewport viewport() {
        return model.viewport();
    }

    TimelineModel model() {
        return model;
    }

    TimelineCanvas drawing() {
        return surface;
    }

    ClipActions actions() {
        return actions;
    }

    /** The message of an empty timeline: what will be here, and what to do next. */
    private static final class EmptyTimeline extends VBox {
        private final TimelineModel model;
        private final Label words = Controls.words("", "muted");
        private final Button render = new Button(Messages.of("timeline.empty.render"));

        EmptyTimeline(TimelineModel model) {
            this.model = model;
            setId("timeline-empty");
            getStyleClass().add("empty");
            render.getStyleClass().add("accent");
            render.setOnAction(e -> model.session().speech().renderNeeded());
            getChildren().addAll(words, render);
            setPickOnBounds(false);
            model.versionProperty().subscribe(v -> show());
        }

        private void show() {
            boolean lines = model.session().document().lines().stream().anyMatch(l -> l.isSpoken());
            setVisible(model.shown().arrangement().parts().isEmpty() && model.shown().expected().isEmpty());
            words.setText(Messages.of(lines ? "timeline.empty.unrendered" : "timeline.empty.nothing"));
            Visibility.show(lines, render);
        }
    }

    /** Below the tracks: the timeline options and the zoom. */
    private static final class TimelineFooter extends HBox {
        private final Viewport view;
        private final Slider zoom = new Slider(Math.log(Viewport.SMALLEST), Math.log(Viewport.LARGEST), 0);
        private boolean showing;

        TimelineFooter(Viewport view, Region switches) {
            this.view = view;
            getStyleClass().add("foot");
            zoom.setId("timeline-zoom");
            zoom.setAccessibleText(Messages.of("timeline.zoom"));
            zoom.setTooltip(Hint.atOnce(Messages.of("timeline.zoom.hint")));
            var name = Controls.label(Messages.of("timeline.zoom.name"), "muted", "small");
            name.setMinWidth(USE_PREF_SIZE);
            var gap = Controls.gap();
            getChildren().addAll(switches, gap, name, zoom);
            view.versionProperty().subscribe(v -> show());
            zoom.valueProperty().addListener((o, was, is) -> {
                if (!showing) view.zoom(Math.exp(is.doubleValue()) / view.scale(), view.width() / 2);
            });
        }

        private void show() {
            showing = true;
            zoom.setValue(Math.log(view.scale()));
            showing = false;
        }
    }
}
