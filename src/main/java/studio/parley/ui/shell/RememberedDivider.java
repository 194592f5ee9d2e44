package studio.parley.ui.shell;

import javafx.animation.PauseTransition;
import javafx.scene.control.SplitPane;
import javafx.util.Duration;
import studio.parley.ui.desk.Preferences;

/** Keeps where a person has put a divider. */
record RememberedDivider(Preferences preferences, String key, double usual) {
    void on(SplitPane pane) {
        var divider = pane.getDividers().getFirst();
        divider.setPosition(Math.clamp(preferences.number(key, usual), 0.05, 0.95));
        var rest = new PauseTransition(Duration.seconds(1));
        rest.setOnFinished(e -> preferences.put(key, String.valueOf(divider.getPosition())));
        divider.positionProperty().subscribe((was, is) -> rest.playFromStart());
    }
}
