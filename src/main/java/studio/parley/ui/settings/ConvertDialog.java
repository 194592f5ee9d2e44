package studio.parley.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.model.ConvertCheckpoint;
import studio.parley.studio.model.ConvertCheckpoint.Progress;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ProjectSession;

/** Converts a checkpoint to a model, with progress; cancelling leaves nothing behind. */
final class ConvertDialog {
    private static final List<String> PRECISIONS = List.of("int8", "int4", "fp16", "fp32");
    /** The cause of notifications about a failed conversion. */
    private static final String CAUSE = "convert";
    private static final ModalDialog.Unfinished UNFINISHED = new ModalDialog.Unfinished(Messages.of("settings.convert.question"), Messages.of("settings.convert.question.words"),
            Messages.of("settings.convert.stop"), Messages.of("settings.convert.goOn"));
    private final AppServices services;
    private final Optional<ProjectSession> session;
    private final Runnable finished;
    private final TextField checkpoint = new TextField();
    private final ChoiceBox<String> precision = new ChoiceBox<>();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label state = Controls.words("", "muted");
    private final VBox body;
    private final ModalDialog sheet;
    private final Button start;
    private volatile Optional<Path> usual = Optional.empty();
    private Scene scene;
    private volatile Optional<Thread> worker = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    ConvertDialog(AppServices services, Optional<ProjectSession> session, FileDialogs choosers, Runnable finished) {
        this.services = services;
        this.session = session;
        this.finished = finished;
        checkpoint.setId("checkpoint");
        precision.getItems().setAll(PRECISIONS);
        precision.setValue("int8");
        precision.setId("precision");
        precision.setConverter(ChoiceBoxes.texts("settings.precision.", PRECISIONS));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setVisible(false);
        state.setId("convert-state");
        var form = new SettingsForm().row(Messages.of("settings.checkpoint"), Controls.folder(checkpoint, Messages.of("settings.checkpoint"), choosers), Messages.of("settings.checkpoint.words"))
                .row(Messages.of("settings.precision"), precision, Messages.of("settings.precision.words"));
        body = new VBox(12, form, bar, state);
        sheet = new ModalDialog(Messages.of("settings.convert"), body).onClosed(this::cancel);
        start = sheet.button("convert-start", Messages.of("settings.convert.start"), this::start);
        sheet.button("convert-cancel", Messages.of("shell.cancel"), sheet::leave);
        checkpoint.textProperty().subscribe(t -> start.setDisable(t.isBlank()));
    }

    void show(Scene over) {
        scene = over;
        ModalDialog.width(body, over, services.theme(), 600);
        sheet.over(scene);
    }

    private void start() {
        start.setDisable(true);
        bar.setVisible(true);
        sheet.working(Optional.of(UNFINISHED));
        var from = Path.of(checkpoint.getText().strip());
        var kind = precision.getValue();
        var newest = new AtomicReference<Optional<Progress>>(Optional.empty());
        // The converter reports many steps per second; one per pulse is shown.
        var pulse = new AnimationTimer() {
            @Override
            public void handle(long now) {
                newest.getAndSet(Optional.empty()).ifPresent(ConvertDialog.this::show);
            }
        };
        pulse.start();
        var settings = services.preferences().settings();
        FxThread.write(() -> {
            worker = Optional.of(Thread.currentThread());
            var store = new ModelStore(services.directories(), settings);
            var to = store.place(from);
            usual = usual(store);
            return ConvertCheckpoint.run(new ConvertCheckpoint.Request(from, to.resolveSibling(to.getFileName() + "-" + kind), kind, Optional.empty(),
                    Optional.empty(), Optional.empty(), 0, false, true), p -> newest.set(Optional.of(p)),
                    notice -> FxThread.executor().execute(() -> services.notices().info(notice)));
        }, model -> {
            pulse.stop();
            done(model);
        }, thrown -> {
            pulse.stop();
            failed(thrown);
        });
    }

    private void show(Progress progress) {
        bar.setProgress(progress.fraction());
        var left = progress.secondsLeft() > 0 ? " · " + Messages.of("queue.left", TimeFormat.about(progress.secondsLeft())) : "";
        state.setText(Messages.of("settings.stage." + progress.stage()) + left);
    }

    private void done(ModelEntry model) {
        ended();
        services.notices().settled(CAUSE);
        services.notices().info(Messages.of("settings.convert.done", model.name()));
        finished.run();
        sheet.close();
        new NewModelDialog(services, session, model, usual).show(scene);
    }

    /** The model of new projects before this one was converted. */
    private static Optional<Path> usual(ModelStore store) {
        try {
            return Optional.of(store.find(Optional.empty()));
        } catch (Problem none) {
            return Optional.empty();
        }
    }

    private void failed(Throwable thrown) {
        ended();
        bar.setVisible(false);
        start.setDisable(false);
        boolean stopped = thrown instanceof CancellationException;
        state.setText(stopped ? Messages.of("settings.convert.stopped") : String.valueOf(thrown.getMessage()));
        if (stopped) services.notices().info(state.getText());
        else services.notices().trouble(CAUSE, thrown, null);
    }

    private void ended() {
        worker = Optional.empty();
        sheet.working(Optional.empty());
    }

    private void cancel() {
        worker.ifPresent(Thread::interrupt);
    }
}
