package studio.parley.ui.shell;

import javafx.scene.control.Button;
import studio.parley.studio.document.Staleness;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Texts;

/** Renders what is missing or stale, and says how much that is. */
final class RenderButton extends Button {
    RenderButton(Desk desk) {
        setId("render");
        getStyleClass().add("accent");
        setOnAction(e -> desk.speech().renderStale());
        desk.stalenessProperty().subscribe(all -> show(all.values().stream().filter(s -> !(s instanceof Staleness.Fresh)).count()));
    }

    private void show(long count) {
        setText(count == 0 ? Texts.of("shell.render") : Texts.of("shell.render.count", count));
        setDisable(count == 0);
    }
}
