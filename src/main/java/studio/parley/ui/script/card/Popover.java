package studio.parley.ui.script.card;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.parley.ui.kit.Focus;

/**
 * A small card that opens under a button, over the script, and closes on Escape, on a press outside, or when it is done. Only one is open
 * at a time. It is part of the window's own scene, so that styles, text size and screen readers need nothing special.
 */
public final class Popover {
    private static final double GAP = 6;
    private final StackPane ground;
    private Optional<Region> open = Optional.empty();
    private Runnable closed = () -> { };

    /** @param ground the pane above everything that a popover may cover */
    public Popover(StackPane ground) {
        this.ground = ground;
        ground.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (open.filter(card -> !card.getBoundsInParent().contains(ground.sceneToLocal(e.getSceneX(), e.getSceneY()))).isPresent()) close();
        });
    }

    /** @param whenClosed is called once, however it closes */
    void show(Region card, Node owner, Runnable whenClosed) {
        close();
        card.getStyleClass().add("bubble");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_LEFT);
        card.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE) return;
            e.consume();
            close();
        });
        Focus.keepKeys(card);
        ground.getChildren().add(card);
        open = Optional.of(card);
        closed = whenClosed;
        place(card, owner);
        card.layoutBoundsProperty().subscribe(b -> {
            if (open.filter(card::equals).isPresent()) place(card, owner);
        });
        card.requestFocus();
    }

    private void place(Region card, Node owner) {
        card.applyCss();
        double width = card.prefWidth(-1);
        double height = card.prefHeight(width);
        var at = ground.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double x = Math.clamp(at.getMinX(), GAP, Math.max(GAP, ground.getWidth() - width - GAP));
        boolean fits = at.getMaxY() + GAP + height <= ground.getHeight();
        double y = fits ? at.getMaxY() + GAP : Math.max(GAP, at.getMinY() - GAP - height);
        card.setTranslateX(Math.round(x));
        card.setTranslateY(Math.round(y));
    }

    void close() {
        var card = open;
        open = Optional.empty();
        card.ifPresent(c -> {
            ground.getChildren().remove(c);
            closed.run();
        });
    }
}
