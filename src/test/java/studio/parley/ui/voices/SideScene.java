package studio.parley.ui.voices;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Speaker;
import studio.parley.playback.Recorder;
import studio.parley.playback.device.MemoryIn;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.session.ProjectSession;

/** The side pane alone, as wide as in the window, over a project of the lighthouse. */
public final class SideScene implements AutoCloseable {
    public static final Path REFS = Path.of("assets/samples/refs").toAbsolutePath();
    public final Fx fx;
    public ProjectSession session;
    public SidePane side;
    /** What file dialogs answer. */
    volatile Optional<Path> chosen = Optional.empty();

    public SideScene(Path home, int rendered) throws Exception {
        this(home, rendered, connected(input -> Recorder.start(new MemoryIn(SessionFixture.babble(48_000, 3)))));
    }

    /** A microphone that is there, on any machine. */
    static RecorderFactory connected(RecorderFactory microphone) {
        return named(List.of("Built-in"), microphone);
    }

    static RecorderFactory named(List<String> inputs, RecorderFactory microphone) {
        return new RecorderFactory() {
            @Override
            public Recorder start(Optional<String> input) {
                return microphone.start(input);
            }

            @Override
            public List<String> inputs() {
                return inputs;
            }
        };
    }

    SideScene(Path home, int rendered, RecorderFactory microphone) throws Exception {
        fx = new Fx(() -> scene(home, rendered, microphone));
    }

    private Scene scene(Path home, int rendered, RecorderFactory microphone) {
        session = SessionFixture.of(home, SessionFixture.LIGHTHOUSE, rendered);
        side = new SidePane(session, microphone, dialogs());
        side.setMinWidth(331);
        side.setMaxWidth(331);
        var room = new Region();
        room.setId("room");
        HBox.setHgrow(room, Priority.ALWAYS);
        var all = new HBox(room, side);
        side.drop().listen(all);
        var scene = new Scene(all, 480, 800);
        session.services().theme().dress(scene);
        session.services().commands().listen(scene);
        return scene;
    }

    private FileDialogs dialogs() {
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
                return chosen;
            }
        };
    }

    public static ClipboardContent files(Path... names) {
        var content = new ClipboardContent();
        content.putFiles(java.util.Arrays.stream(names).map(Path::toFile).toList());
        return content;
    }

    public Speaker speaker(int number) {
        return session.document().conversation().speaker(number);
    }

    public ReferenceMetadata note(int number, int clip) {
        return session.document().track(number).reference(speaker(number).references().get(clip).path());
    }

    /** Gives a speaker a clip by a drop on the card. */
    public void give(int number, String clip) throws Exception {
        int before = speaker(number).references().size();
        fx.drop(fx.find("#voice-" + number), files(REFS.resolve(clip)));
        Fx.until(() -> speaker(number).references().size() > before, 8000);
        Fx.until(() -> lookup("#voice-" + number + " .clip-view .chip") != null, 8000);
        Fx.settle();
    }

    public Node lookup(String css) {
        return fx.stage.getScene().getRoot().lookup(css);
    }

    public void select(int... lines) throws Exception {
        Fx.run(() -> {
            var ids = java.util.Arrays.stream(lines).mapToObj(i -> session.document().lines().get(i).id()).toList();
            session.select(new Selection(ids, java.util.Optional.of(ids.getFirst())));
        });
        Fx.settle();
    }

    /** Does a menu item of a speaker's card by its id. */
    public void menu(int number, String id) throws Exception {
        fx.click("#voice-" + number + " .voice-more");
        Fx.run(() -> {
            var menu = (javafx.scene.control.ContextMenu) javafx.stage.Window.getWindows().stream()
                    .filter(w -> w instanceof javafx.scene.control.ContextMenu).findFirst().orElseThrow();
            var item = menu.getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
            menu.hide();
            item.fire();
        });
        Fx.settle();
    }

    /** All nodes of a style class, below the whole scene. */
    public static java.util.List<Node> all(Parent root, String css) {
        return root.lookupAll(css).stream().toList();
    }

    @Override
    public void close() throws Exception {
        fx.close();
        Fx.run(session::close);
    }
}
