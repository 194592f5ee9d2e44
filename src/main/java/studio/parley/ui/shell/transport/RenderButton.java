package studio.parley.ui.shell.transport;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.studio.project.render.DependentLines;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** Renders missing and changed lines, and shows how many; its menu also renders affected lines, or all. */
final class RenderButton extends HBox {
    private final ProjectSession session;
    private final Button render = new Button();
    private final MenuButton more = new MenuButton();
    /** Whether the time was ever long enough for hours. */
    private boolean hours;
    private boolean brief;
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

    /** Without the time, which is then in the tooltip only. */
    void brief(boolean now) {
        if (now == brief) return;
        brief = now;
        show();
    }

    /** How much wider it can become when it says another number or time: its neighbours leave that space free, so that they do not move. */
    double spare() {
        if (brief) return 0;
        var digits = "8".repeat(String.valueOf(session.document().lines().size()).length());
        var longest = Messages.of("shell.render.time", digits, hours ? "8 h 88 min" : "88 min");
        return Math.max(0, width(longest) - width(render.getText()));
    }

    private double width(String label) {
        var text = new Text(label);
        text.setFont(render.getFont());
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    private void show() {
        var lines = session.speech().toRender();
        int count = lines.size();
        var time = session.speech().secondsFor(lines);
        hours |= time.orElse(0) >= 3600;
        var number = count == 0 ? Messages.of("shell.render") : Messages.of("shell.render.count", count);
        var whole = count == 0 || time.isEmpty() ? number : Messages.of("shell.render.time", count, TimeFormat.about(time.getAsDouble()));
        render.setText(brief ? number : whole);
        render.setAccessibleText(whole);
        render.setTooltip(brief ? new Tooltip(whole) : null);
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
