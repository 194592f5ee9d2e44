package studio.parley.ui.queue;

import atlantafx.base.controls.RingProgressIndicator;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.parley.dialogue.Line;
import studio.parley.studio.project.render.QueuedLine;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** The render queue at the bottom: what is being rendered, how much is left, and the list, which its owner places above it. */
public final class QueueBar extends VBox {
    private final ProjectSession session;
    private final QueueList list;
    /** The remaining time is updated while a line is rendered; otherwise, and outside a window, there is nothing to update. */
    private final Timeline tick = new Timeline(new KeyFrame(Duration.millis(500), e -> show()));
    private final RingProgressIndicator spinner = new RingProgressIndicator(0);
    private final Label line = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label rest = Controls.label("", "muted", "small");
    private final Button pause;
    private final Button cancel;
    private final Button expand;
    private final HBox stats = new HBox(16);
    /** Held, because a view of a list that nobody holds is garbage-collected. */
    private final ObservableList<QueuedLine> jobs;
    private final ListChangeListener<QueuedLine> listener = change -> show();

    public QueueBar(ProjectSession session) {
        this.session = session;
        this.jobs = session.speech().jobs();
        this.list = new QueueList(session);
        setId("queue-bar");
        spinner.getStyleClass().add("queue-spinner");
        line.setId("queue-line");
        line.setMinWidth(60);
        progress.setId("queue-progress");
        progress.getStyleClass().add("queue-progress");
        rest.setId("queue-rest");
        rest.setMinWidth(0);
        var commands = session.services().commands();
        pause = Icons.button(MaterialDesignP.PAUSE, commands.hint("render.pause"), () -> commands.run("render.pause"));
        pause.setId("queue-pause");
        cancel = Icons.button(MaterialDesignC.CLOSE, commands.hint("render.cancel"), () -> commands.run("render.cancel"));
        cancel.setId("queue-cancel");
        expand = Icons.button(MaterialDesignC.CHEVRON_UP, Messages.of("queue.list"), this::toggleList);
        expand.setId("queue-expand");
        getChildren().add(bar());
        Visibility.show(false, list);
        jobs.addListener(new WeakListChangeListener<>(listener));
        session.speech().pausedProperty().subscribe(this::show);
        session.stalenessProperty().subscribe(s -> show());
        session.needsProperty().subscribe(n -> show());
        session.hearing().waitingProperty().subscribe(n -> show());
        session.documentProperty().map(d -> d.lines().stream().anyMatch(Line::isSpoken)).subscribe(any -> show());
        tick.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(this::show);
        show();
        new PlayheadPriority(session).begin();
    }

    private HBox bar() {
        var gap = Controls.gap();
        stats.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        stats.getChildren().addAll(new MixLoudness(session), rate());
        var bar = new HBox(spinner, line, progress, rest, pause, cancel, expand, gap, stats);
        bar.getStyleClass().addAll("bar", "bottom");
        bar.setMinWidth(0);
        return bar;
    }

    private static Label rate() {
        var rate = Controls.label(Messages.of("queue.rate", String.valueOf(ProjectSession.RATE / 1000)), "muted", "small");
        rate.setMinWidth(USE_PREF_SIZE);
        return rate;
    }

    /** Shows or hides the whole bar. */
    public void toggle() {
        Visibility.show(!isVisible(), this);
    }

    /** The list, to be shown above the bar over other content. */
    public Region list() {
        return list;
    }

    /** Opens or closes the list. */
    public void toggleList() {
        if (!isVisible()) toggle();
        Visibility.show(!list.isVisible(), list);
        list.refresh();
        expand.setGraphic(Icons.of(list.isVisible() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_UP));
        if (list.isVisible()) list.takeFocus();
    }

    private void show() {
        var running = jobs.stream().filter(j -> j.status().isRunning()).findFirst();
        long waiting = jobs.stream().filter(j -> j.status().isWaiting()).count();
        long failed = jobs.stream().filter(j -> j.status().hasFailed()).count();
        boolean paused = session.speech().pausedProperty().get();
        line.setText(QueueText.line(session, running, waiting, failed, paused));
        rest.setText(running.isEmpty() && !paused ? QueueText.hearing(session.hearing().waitingProperty().get()) : QueueText.rest(waiting, failed, session.speech().secondsLeft()));
        progress.setProgress(running.map(QueuedLine::fraction).orElse(0.0));
        // It turns forever, and what turns is held, even outside a window.
        spinner.setProgress(running.isPresent() && getScene() != null ? RingProgressIndicator.INDETERMINATE_PROGRESS : 0);
        Visibility.show(running.isPresent(), spinner, progress);
        Visibility.show(running.isPresent() || waiting > 0, pause, cancel);
        Visibility.show(!jobs.isEmpty() || list.isVisible(), expand);
        Visibility.show(!rest.getText().isEmpty(), rest);
        pause.setGraphic(Icons.of(paused ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
        pause.setAccessibleText(Messages.of(paused ? "queue.resume" : "queue.pause"));
        if (list.isVisible()) list.refresh();
        if (running.isPresent() && getScene() != null) tick.play();
        else tick.stop();
    }
}
