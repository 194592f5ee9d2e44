package studio.parley.ui.voices;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import studio.parley.problem.Cancellation;
import studio.parley.studio.recordings.ReadRecording;
import studio.parley.studio.recordings.RecordedConversation;
import studio.parley.studio.recordings.RecordingRequest;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.ui.kit.Attempt;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.ProjectSession;

/** A recorded conversation becomes lines at the end of the script, in one step; meanwhile a dialog shows how far it is. JavaFX thread only. */
final class ConversationImport {
    private final ProjectSession session;
    private final Path file;
    private final ProgressBar bar = new ProgressBar(0);
    private final ModalDialog dialog;
    private volatile boolean stopped;

    private record Read(RecordedConversation conversation, RecordedConversation.Stored stored) {}

    private ConversationImport(ProjectSession session, Path file) {
        this.session = session;
        this.file = file;
        bar.setId("recording-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Messages.of("voices.recording.title"));
        var body = new VBox(12, Controls.words(Messages.of("voices.recording.words", file.getFileName()), "muted"), bar);
        body.getStyleClass().add("recording-import");
        dialog = new ModalDialog(Messages.of("voices.recording.title"), body).onClosed(() -> stopped = true);
        dialog.cancel();
    }

    static void begin(ProjectSession session, Path file, Scene scene) {
        new ConversationImport(session, file).begin(scene);
    }

    private void begin(Scene scene) {
        ModalDialog.width((VBox) dialog.getCenter(), scene, session.services().theme(), 460);
        dialog.over(scene);
        FxThread.work(() -> Cancellation.unless(() -> stopped, this::read), this::done, this::failed);
    }

    private Read read() {
        var conversation = ReadRecording.of(RecordingRequest.of(file), session.services().directories(), share -> FxThread.run(() -> bar.setProgress(share)));
        Cancellation.stopIfWished();
        return new Read(conversation, conversation.store(session.project().clipStore(), new ClipImporter(session.project().folder())));
    }

    private void done(Read read) {
        if (stopped) return;
        dialog.close();
        attempt().succeeded();
        session.edit(read.conversation().appended(read.stored()));
        read.conversation().notices().forEach(session.services().notices()::warn);
        if (read.conversation().areAlike()) session.services().notices().warn(Messages.of("voices.recording.alike", read.conversation().speakers()));
        session.services().notices().info(Messages.of("voices.recording.done", read.conversation().size(), read.conversation().speakers()));
    }

    private void failed(Throwable thrown) {
        if (!stopped) dialog.close();
        attempt().failed(thrown);
    }

    private Attempt attempt() {
        return session.services().notices().attempt("recording");
    }
}
