package studio.parley.ui.shell;

import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import studio.parley.studio.project.Downstream;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Clock;
import studio.parley.ui.kit.Texts;

/** Renders what is missing or red, and says how much that is; beside it what else can be done: also what heard it, or all. */
final class RenderButton extends HBox {
    private final Desk desk;
    private final Button render = new Button();
    private final MenuButton more = new MenuButton();
    /** The number of those that go on, which changes with a line that is done or failed and not with every frame of it. */
    private final IntegerBinding jobs;

    RenderButton(Desk desk) {
        this.desk = desk;
        getStyleClass().add("split-button");
        render.setId("render");
        render.getStyleClass().addAll("accent", "left-pill");
        render.setMinWidth(USE_PREF_SIZE);
        render.setOnAction(e -> desk.speech().renderNeeded());
        more.setId("render-more");
        more.getStyleClass().addAll("accent", "right-pill", "split-arrow");
        more.setMinWidth(USE_PREF_SIZE);
        more.setAccessibleText(Texts.of("shell.render.more"));
        more.setTooltip(new Tooltip(Texts.of("shell.render.more")));
        // One item before the first opening: without any a menu button does not open.
        more.getItems().add(new MenuItem());
        more.setOnShowing(e -> fill());
        getChildren().addAll(render, more);
        desk.needsProperty().subscribe(n -> show());
        // The pace is learnt with every line, and known once the model is there.
        jobs = Bindings.createIntegerBinding(() -> (int) desk.speech().jobs().stream().filter(j -> !j.hasFailed()).count(), desk.speech().jobs());
        jobs.subscribe(n -> show());
        desk.speech().defaultsProperty().subscribe(d -> show());
    }

    private void show() {
        var lines = desk.speech().toRender();
        int count = lines.size();
        var time = desk.speech().secondsFor(lines);
        if (count == 0) render.setText(Texts.of("shell.render"));
        else if (time.isEmpty()) render.setText(Texts.of("shell.render.count", count));
        else render.setText(Texts.of("shell.render.time", count, Clock.about(time.getAsDouble())));
        render.setDisable(count == 0);
    }

    private void fill() {
        var needs = desk.needs();
        var both = Downstream.with(desk.document(), Stream.concat(needs.needed().stream(), needs.affected().stream()).toList());
        int also = both.size() - needs.needed().size();
        int amber = needs.affected().size();
        more.getItems().setAll(
                item("render.affected", Texts.of("shell.render.affected", also), also == 0),
                item("takes.acceptAll", Texts.of("shell.accept", amber), amber == 0),
                item("render.all", Texts.of("commands.render.all"), desk.document().lines().stream().noneMatch(l -> l.isSpoken())));
    }

    private MenuItem item(String command, String label, boolean disabled) {
        var item = new MenuItem(label);
        item.setId(command.replace('.', '-'));
        item.setDisable(disabled);
        item.setOnAction(e -> desk.tools().commands().run(command));
        return item;
    }
}
