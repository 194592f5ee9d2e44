package studio.parley.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Look;
import studio.parley.ui.shell.MainView;

class MainViewTest {
    @TempDir
    Path home;
    private Desk desk;

    private Scene scene() {
        desk = Desks.of(home, Desks.LIGHTHOUSE, 5);
        var scene = new Scene(new MainView(desk), 1440, 900);
        desk.tools().look().dress(scene);
        desk.tools().commands().listen(scene);
        return scene;
    }

    @Test
    void titleFollowsEditsAndUndo() throws Exception {
        try (var fx = new Fx(this::scene)) {
            Labeled title = fx.find("#title");
            assertEquals("The Lighthouse", title.getText());
            Fx.run(() -> desk.edit(ProjectEdits.title("Night")));
            assertEquals("Night", title.getText());
            fx.key(KeyCode.CONTROL, KeyCode.Z);
            assertEquals("The Lighthouse", title.getText());
            Fx.run(desk::close);
        }
    }

    @Test
    void looksRightInLightAndDark() throws Exception {
        try (var fx = new Fx(this::scene)) {
            for (var scheme : new Look.Scheme[] {Look.Scheme.LIGHT, Look.Scheme.DARK}) {
                Fx.run(() -> desk.tools().look().choose(scheme));
                fx.png("main-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            }
            Fx.run(desk::close);
        }
    }
}
