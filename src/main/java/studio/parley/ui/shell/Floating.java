package studio.parley.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Cards over the lower edge of a view: they move nothing, and the mouse reaches what is next to them. */
final class Floating extends VBox {
    Floating(Node... cards) {
        super(cards);
        getStyleClass().add("floating");
        setPickOnBounds(false);
        setFillWidth(false);
    }
}
