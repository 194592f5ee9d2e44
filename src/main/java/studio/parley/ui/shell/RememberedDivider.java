package studio.parley.ui.shell;

import java.util.Optional;
import javafx.scene.control.SplitPane;
import studio.parley.ui.desk.Preferences;

/** Keeps where a person has put a divider. */
record RememberedDivider(Preferences preferences, String key, double usual) {
    void on(SplitPane pane) {
        var divider = pane.getDividers().getFirst();
        divider.setPosition(Math.clamp(preferences.number(key, usual), 0.05, 0.95));
        divider.positionProperty().subscribe((was, is) -> preferences.putLater(key, () -> Optional.of(String.valueOf(divider.getPosition()))));
    }
}
