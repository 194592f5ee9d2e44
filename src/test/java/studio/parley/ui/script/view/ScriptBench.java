package studio.parley.ui.script.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Line;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.script.card.LineCard;
import studio.parley.ui.session.ProjectSession;

/** A script in a window of its own, and hands to use it. */
abstract class ScriptBench {
    @TempDir
    Path home;
    ProjectSession session;
    ScriptView view;
    Fx fx;
    Optional<Path> chosen = Optional.empty();

    Fx open(String script, int rendered) throws Exception {
        return open(script, rendered, new MemoryOut(ProjectSession.RATE));
    }

    Fx open(String script, int rendered, AudioOut sound) throws Exception {
        fx = new Fx(() -> {
            session = SessionFixture.of(home, script, rendered, AudioOutFactory.of(sound));
            // In a window others listen to the selection first, and hear of it before the script hears of the document.
            session.selectionProperty().subscribe(s -> { });
            view = new ScriptView(session, choosers());
            session.services().commands().add(Command.of("edit.undo", "Shortcut+Z", session::undo), Command.of("edit.redo", "Shortcut+Y", session::redo));
            var scene = new Scene(new StackPane(view), 1060, 560);
            session.services().theme().dress(scene);
            session.services().commands().listen(scene);
            return scene;
        });
        return fx;
    }

    @AfterEach
    void close() throws Exception {
        if (fx == null) return;
        Fx.run(session::close);
        fx.close();
    }

    String script() throws Exception {
        return Fx.call(() -> String.join("\n", session.document().lines().stream()
                .map(l -> session.document().conversation().speaker(l.speaker()).name() + ": " + l.text()).toList()));
    }

    LineCard card(int number) throws Exception {
        return Fx.call(() -> view.flow().card(session.document().lines().get(number - 1).id()).orElseThrow());
    }

    void clickAt(Node node, double x, double y) throws Exception {
        fx.click(Fx.call(() -> node.localToScreen(x, y)));
    }

    /** The headless robot's mouse knows no modifier keys. */
    static void clickWith(Node node, int count, boolean shift, boolean control) throws Exception {
        Fx.run(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Event.fireEvent(node, new MouseEvent(type, 30, 20, 30, 20, MouseButton.PRIMARY, count, shift, control, false, false,
                        type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true, new PickResult(node, 30, 20)));
            }
        });
        Fx.settle();
    }

    void clickWords(int number) throws Exception {
        clickAt(card(number).words, 300, 5);
    }

    List<String> selected() throws Exception {
        return Fx.call(() -> session.selectedLines().stream().map(Line::id).toList());
    }

    /** Answers every question for a file with {@link #chosen}. */
    private FileDialogs choosers() {
        return new FileDialogs() {
            @Override
            public Optional<Path> folder(@Nullable Window owner, String title, Optional<Path> start) {
                return chosen;
            }

            @Override
            public Optional<Path> file(@Nullable Window owner, String title, List<String> endings) {
                return chosen;
            }

            @Override
            public Optional<Path> save(@Nullable Window owner, String title, String name) {
                return chosen.map(c -> c.resolveSibling(name));
            }
        };
    }
}
