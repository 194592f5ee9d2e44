package studio.parley.ui.voices;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.shape.Rectangle;
import studio.parley.dialogue.Speaker;
import studio.parley.ui.kit.DroppedFiles;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.session.Preferences;
import studio.parley.ui.session.ProjectSession;

/**
 * Audio files dropped anywhere become voices: a drop that nobody else handles asks whose voice it is. Other views may pass files with
 * {@link #onto} (the speaker is known) or {@link #ask}. One per window; JavaFX thread only.
 */
public record ReferenceDrop(ProjectSession session, ReferenceClipController work) {
    /** Handles drops that fall through to {@code area}, such as the whole window. */
    public void listen(Node area) {
        DroppedFiles.accept(area, area, session.services().notices(), files -> !files.sounds().isEmpty(),
                (files, e) -> ask(area, files.sounds(), e.getScreenX(), e.getScreenY()));
    }

    /** These files are clips of this speaker's voice. */
    public void onto(int speaker, List<Path> files) {
        work.add(speaker, files);
    }

    /** Asks at a position on screen whose voice it is; Escape cancels. */
    public void ask(Node area, List<Path> files, double screenX, double screenY) {
        var speakers = session.document().conversation().speakers();
        if (speakers.isEmpty() && files.size() > 1) {
            work.addVoices(files);
            return;
        }
        var menu = new ContextMenu();
        menu.setId("whose-voice");
        var title = new MenuItem(Messages.of("voices.whose"));
        title.setDisable(true);
        menu.getItems().add(title);
        for (var speaker : speakers) menu.getItems().add(item(speaker, files));
        var fresh = new MenuItem(files.size() == 1 ? Messages.of("voices.whose.new", Voices.name(files.getFirst(), speakers)) : Messages.of("voices.whose.news", files.size()));
        fresh.setOnAction(e -> work.addSpeakers(files));
        menu.getItems().add(fresh);
        if (files.size() == 1 && session.services().preferences().get(Preferences.EARS).isEmpty()) {
            var conversation = new MenuItem(Messages.of("voices.whose.conversation"));
            conversation.setOnAction(e -> ConversationImport.begin(session, files.getFirst(), area.getScene()));
            menu.getItems().addAll(new SeparatorMenuItem(), conversation);
        }
        menu.show(area, screenX, screenY);
    }

    private MenuItem item(Speaker speaker, List<Path> files) {
        var colour = SpeakerColour.strong(session.document().track(speaker.number()).colour(), session.services().theme().isDark());
        var item = new MenuItem(Messages.of("voices.whose.one", speaker.name()), new Rectangle(10, 10, colour));
        item.setOnAction(e -> work.add(speaker.number(), files));
        return item;
    }
}
