package studio.parley.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.kit.Notices.Remedy;
import studio.parley.ui.settings.Appearance;
import studio.parley.ui.shell.Shell;

/** Every scene at three sizes of text in three sizes of window: no label's words are cut. One window, which is laid out anew each time. */
class LabelsTest {
    private static final int[][] SIZES = {{1280, 720}, {1440, 900}, {2560, 1440}};
    private static final int[] PERCENTS = {100, 150, 200};
    private static final List<String> VIEWS = List.of("side.voices", "side.line", "side.checks", "view.queueList", "script.replace");
    private static final List<String> SHEETS = List.of("file.export", "view.settings", "help.keys", "help.doctor", "file.project", "edit.history", "view.palette",
            "script.pronunciation", "script.paste.preview", "transport.listen", "file.new", "file.saveAs", "file.relink", "view.notices", "help.about");

    @TempDir
    Path home;
    private final List<String> cut = new ArrayList<>();
    private Shell shell;
    private Scene scene;

    @Test
    void noLabelIsCut() throws Exception {
        try (var open = Shell.lighthouse(home, 5)) {
            shell = open;
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            prepare();
            scene = Fx.call(() -> shell.fx.stage.getScene());
            Fx.run(shell.fx.stage::hide);
            for (int percent : PERCENTS) walk(percent);
            shell.command("file.close");
            empty();
            shell.command("file.close");
            for (int percent : PERCENTS) {
                Fx.run(() -> new Appearance(shell.services).text(percent, scene()));
                check("start", percent);
            }
        }
        cut.forEach(System.out::println);
        assertEquals("", String.join("\n", cut));
    }

    /** A project without lines, whose hint is beside the playhead and not below it. */
    private void empty() throws Exception {
        Fx.run(() -> {
            Project.create(home.resolve("empty.parley"), Document.empty("The Lighthouse")).close();
            shell.window.open(home.resolve("empty.parley"));
        });
        Fx.until(() -> shell.window.session().isPresent(), 10_000);
        Fx.settle();
        for (int percent : PERCENTS) {
            Fx.run(() -> new Appearance(shell.services).text(percent, scene()));
            check("empty", percent);
            assertTrue(Fx.call(() -> {
                var hint = scene().getRoot().lookup("#timeline-empty .label");
                var knob = scene().getRoot().lookup("#timeline-knob");
                return hint.isVisible() && !hint.localToScene(hint.getLayoutBounds()).intersects(knob.localToScene(knob.getLayoutBounds()));
            }), percent + " %: the hint is under the playhead");
        }
    }

    /** Names, numbers and states as they come in real projects. */
    private void prepare() throws Exception {
        Fx.run(() -> {
            var session = shell.session();
            session.edit(ProjectEdits.rename(0, "Bartholomew Fitzgerald-Montgomery"));
            session.edit(ProjectEdits.rename(2, "Lighthouse Keeper"));
            // Of the lines rendered now, the later ones heard another take of the first.
            for (int i : new int[] {0, 1, 2, 3, 4, 0}) {
                SessionFixture.arrive(session, session.document().lines().get(i));
                session.refresh();
            }
            assertFalse(session.needs().affected().isEmpty());
            session.player().speed(0.75);
            session.edit(LineEdits.insert(session.document().lines().size(), IntStream.range(0, 1200).mapToObj(i -> Line.of("far" + i, i % 3, "Did you?")).toList()));
            // Ann says two lines at once, which is a long sentence among the checks.
            session.edit(LineEdits.relation(session.document().lines().get(2).id(), new TimingRelation.PinnedAt(0)));
            session.select(Selection.of(session.document().lines().get(2).id()));
            var pasted = new ClipboardContent();
            pasted.putString("Ann: What was that?\nBEN (V.O.): The wind.\nCora ^: It was no wind.\nKeeper: Come down.\n");
            Clipboard.getSystemClipboard().setContent(pasted);
            shell.services.notices().trouble("disk", Problem.input("The disk is full: free some space, then press Try again."), new Remedy("Try again", () -> { }));
        });
    }

    private void walk(int percent) throws Exception {
        size(SIZES[0]);
        Fx.run(() -> new Appearance(shell.services).text(percent, scene()));
        check("main", percent);
        select(0);
        check("a line that hears nothing", percent);
        select(1200);
        check("far line", percent);
        select(2);
        for (var view : VIEWS) {
            shell.command(view);
            check(view, percent);
        }
        escape();
        shell.command("view.queueList");
        for (var sheet : SHEETS) {
            shell.command(sheet);
            check(sheet, percent);
            escape();
        }
    }

    private void select(int line) throws Exception {
        Fx.run(() -> shell.session().select(Selection.of(shell.session().document().lines().get(line).id())));
    }

    /** At all sizes, smallest last, so that what is opened next meets the window where it is hardest to fit in. */
    private void check(String what, int percent) throws Exception {
        for (var size : SIZES) {
            size(size);
            cut.addAll(Fx.call(() -> {
                scene().getRoot().applyCss();
                // What is asked for while it is laid out is laid out next.
                for (int pass = 0; pass < 3; pass++) scene().getRoot().layout();
                return CutLabels.in(scene().getRoot());
            }).stream().map(found -> what + " " + percent + " % " + size[0] + "x" + size[1] + ": " + found).toList());
        }
        size(SIZES[0]);
    }

    /** Of the scene alone: its window is hidden, for only where things stand is asked, and drawing would take most of the time. */
    private void size(int[] size) throws Exception {
        Fx.run(() -> {
            set("Width", size[0]);
            set("Height", size[1]);
            scene().getRoot().resize(size[0], size[1]);
        });
    }

    private void set(String what, double value) {
        try {
            var method = Scene.class.getDeclaredMethod("set" + what, double.class);
            method.setAccessible(true);
            method.invoke(scene(), value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void escape() throws Exception {
        Fx.run(() -> {
            var layer = scene().getRoot().lookup(".overlay");
            Event.fireEvent(layer == null ? scene().getFocusOwner() : layer, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        });
        assertFalse(Fx.call(() -> ModalLayer.isOpen(scene())));
    }

    private Scene scene() {
        return scene;
    }
}
