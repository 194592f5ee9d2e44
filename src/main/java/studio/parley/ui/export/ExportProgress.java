package studio.parley.ui.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.problem.Cancellation;
import studio.parley.studio.export.Export;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FolderOpener;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.ProjectSession;

/** A running export and its result. */
final class ExportProgress extends VBox {
    /** The cause of notices about a failed export. */
    private static final String CAUSE = "export";
    /** The question when the dialog is closed during the export. */
    private static final ModalDialog.Unfinished UNFINISHED = new ModalDialog.Unfinished(Messages.of("export.stop.question"), Messages.of("export.stop.words"),
            Messages.of("export.stop.yes"), Messages.of("export.stop.no"));

    private final ProjectSession session;
    private final ModalDialog sheet;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = Controls.words("");
    private final Button stop = new Button(Messages.of("export.stop"));
    private final Button open = new Button(Messages.of("export.open"));
    private AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Double> done = new AtomicReference<>(-1.0);
    private boolean running;

    /** @param sheet the dialog; closing it during the export asks first */
    ExportProgress(ProjectSession session, ModalDialog sheet) {
        super(8);
        this.session = session;
        this.sheet = sheet;
        getStyleClass().add("export-progress");
        words.setId("export-result");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        stop.setId("export-stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(e -> cancel());
        open.setId("export-open");
        open.setMinWidth(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        var row = Controls.row(10, words, stop, open);
        getChildren().addAll(bar, row);
        hide();
    }

    /** An export: reports progress from 0 to 1. */
    interface Work {
        Export.Outcome run(DoubleConsumer progress);
    }

    boolean isRunning() {
        return running;
    }

    /** {@code work} runs on another thread; {@code ended} is called on this one, however it ends, with whether files were written. */
    void run(Path folder, Work work, Consumer<Boolean> ended) {
        var flag = new AtomicBoolean();
        cancelled = flag;
        words.setText(Messages.of("export.running"));
        bar.setProgress(0);
        running(true);
        FxThread.write(() -> Cancellation.unless(flag::get, () -> work.run(this::report)), outcome -> {
            running(false);
            done(folder, outcome);
            ended.accept(!outcome.files().isEmpty());
        }, thrown -> {
            running(false);
            failed(thrown);
            ended.accept(false);
        });
    }

    /** Called often from the exporting thread: only the newest value is shown, once per turn of the JavaFX thread. */
    private void report(double fraction) {
        if (done.getAndSet(fraction) < 0) FxThread.executor().execute(() -> bar.setProgress(done.getAndSet(-1.0)));
    }

    private void done(Path folder, Export.Outcome outcome) {
        var sentence = Messages.of("export.done", outcome.files().size(), folder.toString());
        words.setText(sentence + String.join("", outcome.notes().stream().map(n -> "\n" + n).toList()));
        Visibility.show(!outcome.files().isEmpty(), open);
        open.setOnAction(e -> FolderOpener.open(folder, words::setText));
        session.services().notices().settled(CAUSE);
        if (!sheet.isOpen()) session.services().notices().info(sentence);
    }

    private void failed(Throwable thrown) {
        boolean stopped = thrown instanceof CancellationException;
        words.setText(stopped ? Messages.of("export.stopped") : String.valueOf(thrown.getMessage()));
        if (stopped && !sheet.isOpen()) session.services().notices().info(Messages.of("export.stopped"));
        if (!stopped) session.services().notices().trouble(CAUSE, thrown, new Notices.Remedy(Messages.of("export.again"), () -> session.services().commands().run("file.export")));
    }

    private void running(boolean now) {
        running = now;
        sheet.working(now ? Optional.of(UNFINISHED) : Optional.empty());
        Visibility.show(true, this);
        Visibility.show(now, bar, stop);
        Visibility.show(false, open);
    }

    /** Notices about the previous export are out of date. */
    void hide() {
        if (!running) Visibility.show(false, this);
    }

    void cancel() {
        cancelled.set(true);
    }
}
