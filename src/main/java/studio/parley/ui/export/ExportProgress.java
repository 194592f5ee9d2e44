package studio.parley.ui.export;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.problem.Cancellation;
import studio.parley.studio.export.ExportOutcome;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.FolderOpener;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Texts;

/** An export while it runs and what came of it. */
final class ExportProgress extends VBox {
    private final Desk desk;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private final Button stop = new Button(Texts.of("export.stop"));
    private final Button open = new Button(Texts.of("export.open"));
    private AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Double> done = new AtomicReference<>(-1.0);
    private boolean running;

    ExportProgress(Desk desk) {
        super(8);
        this.desk = desk;
        words.setId("export-result");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        stop.setId("export-stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(e -> cancel());
        open.setId("export-open");
        open.setMinWidth(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(10, words, stop, open);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(bar, row);
        setVisible(false);
        setManaged(false);
        show(false);
    }

    /** An export: tells how much is done from 0 to 1. */
    interface Work {
        ExportOutcome run(DoubleConsumer progress);
    }

    boolean isRunning() {
        return running;
    }

    /** {@code work} runs on another thread; {@code ended} is told on this one, however it ends. */
    void run(Path folder, Work work, Runnable ended) {
        var flag = new AtomicBoolean();
        cancelled = flag;
        words.setText(Texts.of("export.running"));
        show(true);
        bar.setProgress(0);
        FxThread.write(() -> Cancellation.unless(flag::get, () -> work.run(this::told)), outcome -> {
            show(false);
            done(folder, outcome);
            ended.run();
        }, thrown -> {
            show(false);
            open.setVisible(false);
            words.setText(thrown instanceof CancellationException ? Texts.of("export.stopped") : String.valueOf(thrown.getMessage()));
            desk.tools().notices().trouble("export", thrown, null);
            ended.run();
        });
    }

    /** From the exporting thread, often: the newest counts, once per turn of the JavaFX thread. */
    private void told(double fraction) {
        if (done.getAndSet(fraction) < 0) FxThread.executor().execute(() -> bar.setProgress(done.getAndSet(-1.0)));
    }

    private void done(Path folder, ExportOutcome outcome) {
        var text = new StringBuilder(Texts.of("export.done", outcome.files().size(), folder.toString()));
        outcome.notes().forEach(n -> text.append('\n').append(n));
        words.setText(text.toString());
        open.setOnAction(e -> FolderOpener.open(folder, desk.tools().notices()));
        desk.tools().notices().settled("export");
        desk.tools().notices().info(Texts.of("export.done", outcome.files().size(), folder.toString()));
        open.requestFocus();
    }

    private void show(boolean now) {
        running = now;
        if (now) {
            setVisible(true);
            setManaged(true);
        }
        bar.setVisible(now);
        bar.setManaged(now);
        stop.setVisible(now);
        stop.setManaged(now);
        open.setVisible(!now);
        open.setManaged(!now);
    }

    void cancel() {
        cancelled.set(true);
    }
}
