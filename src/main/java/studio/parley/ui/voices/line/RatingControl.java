package studio.parley.ui.voices.line;

import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;

/** One to five stars; a click on the current rating removes it, Left and Right change it. One stop for the Tab key. */
final class RatingControl extends HBox {
    private static final int MOST = 5;

    RatingControl(int count, IntConsumer rate) {
        getStyleClass().add("stars");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Messages.of("voices.stars", count));
        for (int i = 1; i <= MOST; i++) {
            int wanted = i == count ? 0 : i;
            var star = new Button();
            star.setGraphic(Icons.of(i <= count ? MaterialDesignS.STAR : MaterialDesignS.STAR_OUTLINE));
            star.getStyleClass().setAll("star");
            if (i <= count) star.getStyleClass().add("given");
            star.setFocusTraversable(false);
            star.setAccessibleText(Messages.of("voices.stars", wanted));
            star.setOnAction(e -> rate.accept(wanted));
            getChildren().add(star);
        }
        setOnKeyPressed(e -> {
            int wanted = e.getCode() == KeyCode.RIGHT ? count + 1 : e.getCode() == KeyCode.LEFT ? count - 1 : -1;
            if (wanted < 0 || wanted > MOST) return;
            rate.accept(wanted);
            e.consume();
        });
    }
}
