package studio.parley.ui.shell.transport;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.studio.project.render.DependentLines;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** Renders missing and changed lines, and shows how many; its menu also renders affected lines, or all. */
final class RenderButton extends HBox {
    private final ProjectSession session;
    private final Button render = new Button();
    private final MenuButton more = new MenuButton();
    /** The number of remaining lines, which changes with finished and failed lines but not with every frame. */
    private final IntegerBinding jobs;

    RenderButton(ProjectSession session) {
        this.session = session;
        getStyleClass().add("split-button");
        render.setId("render");
        render.getStyleClass().addAll("accent", "left-pill");
        render.setMinWidth(USE_PREF_SIZE);
        render.setOnAction(e -> session.speech().renderNeeded());
        more.setId("render-more");
        more.getStyleClass().addAll("accent", "right-pill", "split-arrow");
        more.setMinWidth(USE_PREF_SIZE);
        more.setAccessibleText(Messages.of("shell.render.more"));
        more.setTooltip(new Tooltip(Messages.of("shell.render.more")));
        // One item before the first opening: without any a menu button does not open.
        more.getItems().add(new MenuItem());
        more.setOnShowing(e -> fill());
        getChildren().addAll(render, more);
        session.needsProperty().subscribe(n -> show());
        // The speed is updated with every line, and known once the model is loaded.
        jobs = Bindings.createIntegerBinding(() -> (int) session.speech().jobs().stream().filter(j -> !j.status().hasFailed()).count(), session.speech().jobs());
        jobs.subscribe(n -> show());
        session.speech().defaultsProperty().subscribe(d -> show());
    }

    private void show() {
        var lines = session.speech().toRender();
        int count = lines.size();
        var time = session.speech().secondsFor(lines);
        if (count == 0) render.setText(Messages.of("shell.render"));
        else if (time.isEmpty()) render.setText(Messages.of("shell.render.count", count));
        else render.setText(Messages.of("shell.render.time", count, TimeFormat.about(time.getAsDouble())));
        render.setDisable(count == 0);
    }

    private void fill() {
        var needs = session.needs();
        var both = DependentLines.with(session.document(), needs);
        int also = both.size() - needs.needed().size();
        int amber = needs.affected().size();
        more.getItems().setAll(
                item("render.affected", Messages.of("shell.render.affected", also), also == 0),
                item("takes.acceptAll", Messages.of("shell.accept", amber), amber == 0),
                item("render.all", Messages.of("commands.render.all"), session.document().lines().stream().noneMatch(l -> l.isSpoken())));
    }

    private MenuItem item(String command, String label, boolean disabled) {
        var item = new MenuItem(label);
        item.setId(command.replace('.', '-'));
        item.setDisable(disabled);
        item.setOnAction(e -> session.services().commands().run(command));
        return item;
    }
}
