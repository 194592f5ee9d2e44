package studio.parley.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A modal layer inside the window: a card over a translucent background. The focus stays in it until it closes, Escape closes it, the focus
 * returns to where it was; commands are disabled meanwhile. The scene's root must be a {@link Pane} that stacks its children (a
 * {@link StackPane}). JavaFX thread only.
 */
public final class ModalLayer {
    private static final Object KEY = ModalLayer.class;
    private static final Object EDGE = new Object();
    private final Scene scene;
    private final StackPane layer = new StackPane();
    private final @Nullable Node before;
    private final Runnable closed;
    /** Called before the user closes it: runs the given action at once, later or never. */
    private Consumer<Runnable> leaving = Runnable::run;
    private final ChangeListener<@Nullable Node> keeper = (o, was, is) -> keep(is);
    private boolean open = true;
    private boolean question;

    private ModalLayer(Scene scene, Region card, String title, boolean veiled, Runnable closed) {
        this.scene = scene;
        this.before = scene.getFocusOwner();
        this.closed = closed;
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText(title);
        layer.getStyleClass().add("overlay");
        if (veiled) layer.getChildren().add(veil());
        layer.setPickOnBounds(false);
        layer.getChildren().add(card);
        if (veiled && scene.getProperties().get(EDGE) instanceof Supplier<?> edge && edge.get() instanceof Node node) layer.getChildren().add(node);
        layer.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // Lists consume Escape for an edit they do not have.
        layer.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (scene.getFocusOwner() instanceof ListView) pressed(e);
        });
    }

    /** What every dialog of the scene shows over its lower edge, since the dialog's background covers that of the window; one for each dialog. */
    public static void edge(Scene scene, Supplier<Node> edge) {
        scene.getProperties().put(EDGE, edge);
    }

    private Region veil() {
        var veil = new Region();
        veil.getStyleClass().add("veil");
        veil.setOnMousePressed(e -> {
            if (!question) leave();
        });
        return veil;
    }

    /** {@code closed} is called once, however it closes. */
    public static ModalLayer show(Scene scene, Region card, String title, Pos place, Runnable closed) {
        return show(new ModalLayer(scene, card, title, true, closed), scene, card, place);
    }

    /** Without a background: the rest can be seen and clicked, the focus is in the card. */
    public static ModalLayer aside(Scene scene, Region card, String title, Pos place, Runnable closed) {
        return show(new ModalLayer(scene, card, title, false, closed), scene, card, place);
    }

    private static ModalLayer show(ModalLayer overlay, Scene scene, Region card, Pos place) {
        StackPane.setAlignment(card, place);
        ((Pane) scene.getRoot()).getChildren().add(overlay.layer);
        stack(scene).add(overlay);
        scene.focusOwnerProperty().addListener(overlay.keeper);
        Platform.runLater(() -> overlay.keep(scene.getFocusOwner()));
        return overlay;
    }

    /** Whether anything modal is open in a scene. */
    public static boolean isOpen(Scene scene) {
        return !stack(scene).isEmpty();
    }

    /** Whether a dialog is in front of a node. */
    public static boolean covers(Node node) {
        var all = stack(node.getScene());
        return !all.isEmpty() && !Focus.isWithin(all.getLast().layer, node);
    }

    public boolean isOpen() {
        return open;
    }

    /** {@code leaving} gets the action that closes this, whenever the user wants to. */
    public ModalLayer asks(Consumer<Runnable> leaving) {
        this.leaving = leaving;
        return this;
    }

    /** A click beside it does not close it: it was meant for what was there before the question. */
    public ModalLayer needsAnswer() {
        question = true;
        return this;
    }

    /** The user closes it, unless work in progress prevents that. */
    public void leave() {
        leaving.accept(this::close);
    }

    /** Runs {@code then} when no open layer prevents leaving the window or its project. */
    public static void leaveAll(Scene scene, Runnable then) {
        var all = List.copyOf(stack(scene));
        Runnable next = then;
        for (var overlay : all) {
            var after = next;
            next = () -> overlay.leaving.accept(after);
        }
        next.run();
    }

    public void close() {
        if (!open) return;
        open = false;
        scene.focusOwnerProperty().removeListener(keeper);
        stack(scene).remove(this);
        ((Pane) scene.getRoot()).getChildren().remove(layer);
        if (stack(scene).isEmpty()) Focus.back(scene, before);
        else stack(scene).getLast().keep(before);
        closed.run();
    }

    /** Focuses the dialog's first field or button, and prevents the rest of the window from taking the focus. */
    private void keep(@Nullable Node owner) {
        var all = stack(scene);
        boolean top = !all.isEmpty() && all.getLast() == this;
        if (top && !Focus.isWithin(layer, owner)) Focus.first(layer).ifPresent(first -> {
            first.requestFocus();
            if (first instanceof TextField field) field.selectAll();
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) return;
        event.consume();
        leave();
    }

    @SuppressWarnings("unchecked")
    private static List<ModalLayer> stack(Scene scene) {
        return (List<ModalLayer>) scene.getProperties().computeIfAbsent(KEY, k -> new ArrayList<ModalLayer>());
    }
}
