package studio.parley.ui.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Theme;

/** Every label of the side pane, in all it shows, as narrow as the pane can be and at three sizes of text: none of our own words is cut. */
class SideLabelsTest {
    @TempDir
    Path home;
    private final List<String> cut = new ArrayList<>();
    /** What a user wrote may be shortened. */
    private final List<String> theirs = new ArrayList<>(List.of("Bartholomew"));

    @Test
    void noWordOfOursIsCut() throws Exception {
        try (var s = new SideScene(home, 3)) {
            Fx.run(() -> {
                s.fx.stage.setWidth(640);
                s.session.edit(ProjectEdits.rename(2, "Professor Dr. Bartholomew of the Long Names"));
                for (int i = 0; i < 2; i++) SessionFixture.arrive(s.session, s.session.document().lines().getFirst());
                s.session.refresh();
            });
            s.session.document().lines().forEach(l -> theirs.add(l.text()));
            s.give(0, "ann.wav");
            s.give(0, "keeper.wav");
            var handle = s.fx.centre(s.fx.find("#voice-0 .trim-handle"));
            s.fx.drag(handle, new Point2D(handle.getX() + 110, handle.getY()));
            look(s, "a cut");
            for (var panel : List.of("voices-record", "voices-test", "voices-mood", "voices-library-take")) {
                Fx.run(() -> {
                    size(s, 100);
                    ((ScrollPane) s.lookup(".side-scroll")).setVvalue(0);
                });
                Fx.rest();
                s.menu(panel.equals("voices-record") ? 1 : 0, panel);
                Fx.rest();
                look(s, panel);
            }
            Fx.run(() -> size(s, 100));
            s.select(0);
            s.fx.click("#tab-line");
            s.fx.key(KeyCode.SHIFT, KeyCode.C);
            Fx.until(() -> s.lookup("#compare") != null, 8000);
            look(s, "line");
            Fx.run(() -> size(s, 100));
            Fx.run(() -> s.side.show("checks"));
            look(s, "checks");
            assertEquals(List.of(), cut);
        }
    }

    private void look(SideScene s, String what) throws Exception {
        for (int percent : new int[] {100, 150, 200}) {
            for (var scheme : percent == 100 ? new Theme.Scheme[] {Theme.Scheme.LIGHT} : new Theme.Scheme[] {Theme.Scheme.DARK}) {
                Fx.run(() -> {
                    s.session.services().theme().choose(scheme);
                    size(s, percent);
                });
                Fx.rest();
                s.fx.png("side-" + what.replace(' ', '-') + "-" + percent + ".png");
                Fx.run(() -> walk(s.side, what + " at " + percent + " %"));
            }
        }
    }

    /** As narrow as it may be. */
    private static void size(SideScene s, int percent) {
        s.session.services().theme().textPercent(percent);
        s.session.services().theme().dress(s.fx.stage.getScene());
        s.side.setMaxWidth(Region.USE_PREF_SIZE);
        s.side.setPrefWidth(1);
        s.side.applyCss();
    }

    private void walk(Node node, String where) {
        if (!node.isVisible() || node instanceof ProgressIndicator) return;
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            for (var child : labeled.getChildrenUnmodifiable()) if (child instanceof Text shown && !(child instanceof FontIcon)) judge(labeled, shown, where);
        }
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> walk(child, where));
    }

    private void judge(Labeled labeled, Text shown, String where) {
        boolean shortened = shown.getText().length() < labeled.getText().length();
        boolean ours = theirs.stream().noneMatch(labeled.getText()::contains);
        if (shortened && ours) cut.add(where + ": “" + shown.getText() + "” of “" + labeled.getText() + "”");
    }
}
