package studio.parley.ui.voices;

import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.playback.Recorder;
import studio.parley.ui.kit.Attempt;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;

/**
 * Records a voice from the chosen microphone: shows sentences to read (which become the transcript, if they were read), the level and the
 * time, and warns at once if there is no signal or clipping. It ends with Stop, by closing, or when the panel leaves the window.
 */
final class RecordPanel extends VBox {
    private static final double FLOOR_DB = -60;
    /** At full scale the signal is clipped. */
    private static final double FULL_DB = -0.01;
    /** Not even background noise, after so many seconds. */
    private static final double NOTHING_DB = -62;
    private static final double PATIENCE = 2;
    private final ReferenceClipController work;
    private final int speaker;
    private final ProgressBar level = new ProgressBar(0);
    private final Label time = Controls.label(TimeFormat.seconds(0), "muted", "small", "numbers");
    private final Label warning = Controls.words("", "small", "bad");
    private final MicrophoneBox microphone;
    private boolean tooLoud;
    private double loudest;
    private final Label text = Controls.label(Messages.of("voices.record.text"), "read-aloud");
    private final Button start = new Button(Messages.of("voices.record.start"));
    private final Button stop = new Button(Messages.of("voices.record.stop"));
    private final Button other = new Button(Messages.of("voices.record.other"));
    private final BooleanProperty idle = new SimpleBooleanProperty(true);
    private boolean readAloud = true;
    private Optional<Recorder> recorder = Optional.empty();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            recorder.ifPresent(r -> show(r));
        }
    };

    RecordPanel(ReferenceClipController work, int speaker, Runnable close) {
        this.work = work;
        this.speaker = speaker;
        microphone = new MicrophoneBox(work.session().services().preferences(), work.microphone());
        getStyleClass().addAll("panel", "record-panel");
        setId("record-panel");
        var help = Controls.label(Messages.of("voices.record.help"), "muted", "small");
        for (var label : List.of(help, text)) label.setWrapText(true);
        level.setMaxWidth(Double.MAX_VALUE);
        level.getStyleClass().add("level");
        level.setAccessibleText(Messages.of("voices.record.level"));
        HBox.setHgrow(level, Priority.ALWAYS);
        var meter = Controls.row(8, level, time);
        start.setId("record-start");
        stop.setId("record-stop");
        start.getStyleClass().addAll("small", "accent");
        stop.getStyleClass().addAll("small", "danger");
        other.getStyleClass().addAll("small", "flat");
        start.setOnAction(e -> start());
        start.disableProperty().bind(idle.not().or(microphone.noneProperty()));
        // A disabled button shows no tooltip.
        var startArea = new StackPane(start);
        startArea.setId("record-start-area");
        var reason = new Tooltip(Messages.of("voices.record.none"));
        microphone.noneProperty().subscribe(none -> {
            if (none) Tooltip.install(startArea, reason);
            else Tooltip.uninstall(startArea, reason);
        });
        startArea.managedProperty().bind(start.managedProperty());
        stop.setOnAction(e -> stop());
        other.setOnAction(e -> {
            readAloud = !readAloud;
            Visibility.show(readAloud, text);
            other.setText(Messages.of(readAloud ? "voices.record.other" : "voices.record.read"));
        });
        var cancel = Controls.button(Messages.of("voices.cancel"), close, "small", "flat");
        warning.setId("record-warning");
        warn("");
        // What may appear during recording comes last, so that no button moves away under the mouse.
        getChildren().addAll(help, text, meter, new FlowPane(4, 4, startArea, stop, other, cancel), warning, microphone);
        for (var b : List.of(start, stop, other, cancel)) b.setMinWidth(USE_PREF_SIZE);
        running(false);
        sceneProperty().subscribe((was, is) -> {
            if (was != null && is == null) discard();
        });
        focusedProperty().subscribe(on -> {
            if (on) start.requestFocus();
        });
    }

    private void start() {
        idle.set(false);
        work.session().player().stopAudition();
        tooLoud = false;
        loudest = Double.NEGATIVE_INFINITY;
        warn("");
        var chosen = microphone.chosen();
        FxThread.work(() -> work.microphone().start(chosen), r -> {
            idle.set(true);
            if (getScene() == null) {
                r.close();
                return;
            }
            attempt().succeeded();
            recorder = Optional.of(r);
            running(true);
            stop.requestFocus();
            timer.start();
        }, thrown -> {
            idle.set(true);
            attempt().failed(thrown);
        });
    }

    private void show(Recorder r) {
        double db = r.meter().reading().peak();
        level.setProgress(Math.clamp((db - FLOOR_DB) / -FLOOR_DB, 0, 1));
        level.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("hot"), db > -1);
        time.setText(TimeFormat.seconds(r.seconds()));
        tooLoud |= db >= FULL_DB;
        loudest = Math.max(loudest, db);
        boolean nothing = loudest < NOTHING_DB && r.seconds() > PATIENCE;
        warn(tooLoud ? Messages.of("voices.record.loud") : nothing ? Messages.of("voices.record.nothing") : "");
        if (!r.isRecording()) stop();
    }

    private void stop() {
        var ended = recorder;
        recorder = Optional.empty();
        timer.stop();
        running(false);
        ended.ifPresent(r -> attempt().work(r::stop, sound -> {
            r.trouble().ifPresent(attempt()::failed);
            work.recorded(speaker, sound, readAloud ? text.getText() : "");
        }));
    }

    private Attempt attempt() {
        return work.session().services().notices().attempt("record");
    }

    private void warn(String sentence) {
        warning.setText(sentence);
        Visibility.show(!sentence.isEmpty(), warning);
    }

    private void discard() {
        timer.stop();
        recorder.ifPresent(Recorder::close);
        recorder = Optional.empty();
    }

    private void running(boolean on) {
        Visibility.show(!on, start);
        Visibility.show(on, stop);
        other.setDisable(on);
        microphone.setDisable(on);
        level.setProgress(0);
    }
}
