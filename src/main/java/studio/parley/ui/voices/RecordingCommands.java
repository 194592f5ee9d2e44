package studio.parley.ui.voices;

import java.util.function.Supplier;
import javafx.scene.Scene;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.Preferences;
import studio.parley.ui.session.ProjectSession;

/** The command that imports a recorded conversation from a file. */
record RecordingCommands(ProjectSession session, FileDialogs choosers, Supplier<Scene> scene) {
    void register() {
        session.services().commands().add(Command.of("file.importRecording", "Shortcut+Shift+Alt+I", this::open));
    }

    private void open() {
        if (session.services().preferences().get(Preferences.EARS).isPresent()) {
            session.services().notices().warn(Messages.of("voices.recording.off"));
            return;
        }
        choosers.file(scene.get().getWindow(), Messages.of("voices.recording.title"), FileDialogs.SOUNDS)
                .ifPresent(file -> ConversationImport.begin(session, file, scene.get()));
    }
}
