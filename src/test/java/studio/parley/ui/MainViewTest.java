package studio.parley.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.shell.MainView;

class MainViewTest {
    @TempDir
    Path home;
    private ProjectSession session;

    private Scene scene() {
        session = SessionFixture.of(home, SessionFixture.LIGHTHOUSE, 5);
        var scene = new Scene(new MainView(session), 1440, 900);
        session.services().theme().dress(scene);
        session.services().commands().listen(scene);
        return scene;
    }

    @Test
    void titleFollowsEditsAndUndo() throws Exception {
        try (var fx = new Fx(this::scene)) {
            Labeled title = fx.find("#title");
            assertEquals("The Lighthouse", title.getText());
            Fx.run(() -> session.edit(ProjectEdits.title("Night")));
            assertEquals("Night", title.getText());
            fx.key(KeyCode.CONTROL, KeyCode.Z);
            assertEquals("The Lighthouse", title.getText());
            Fx.run(session::close);
        }
    }

    @Test
    void looksRightInLightAndDark() throws Exception {
        try (var fx = new Fx(this::scene)) {
            for (var scheme : new Theme.Scheme[] {Theme.Scheme.LIGHT, Theme.Scheme.DARK}) {
                Fx.run(() -> session.services().theme().choose(scheme));
                fx.png("main-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            }
            Fx.run(session::close);
        }
    }
}
