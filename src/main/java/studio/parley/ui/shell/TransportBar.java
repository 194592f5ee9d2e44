package studio.parley.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.CentredBar;
import studio.parley.ui.kit.Clock;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Shortened;
import studio.parley.ui.kit.Texts;

/** The bar on top: title, transport, model, export, render. */
final class TransportBar extends StackPane {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private final Desk desk;

    TransportBar(Desk desk) {
        this.desk = desk;
        var bar = new CentredBar(title(), transport(), actions());
        bar.getStyleClass().addAll("bar", "top");
        getChildren().add(bar);
    }

    private HBox title() {
        var title = new Label();
        title.getStyleClass().add("title");
        title.setId("title");
        title.textProperty().bind(desk.documentProperty().map(d -> d.conversation().title()).map(t -> t.isEmpty() ? Texts.of("shell.untitled") : t));
        Shortened.on(title).setMinWidth(40);
        var saved = new Label();
        saved.setId("saved");
        saved.getStyleClass().addAll("muted", "small");
        saved.setMinWidth(USE_PREF_SIZE);
        saved.textProperty().bind(desk.keptProperty().map(k -> Texts.of("shell.kept." + k.name().toLowerCase(java.util.Locale.ROOT))));
        return row(14, title, saved);
    }

    private HBox transport() {
        var commands = desk.tools().commands();
        var player = desk.player();
        var rewind = Icons.button(MaterialDesignS.SKIP_PREVIOUS, commands.hint("transport.rewind"), () -> commands.run("transport.rewind"));
        var play = new Button();
        play.setId("play");
        play.getStyleClass().add("play-button");
        play.graphicProperty().bind(player.playingProperty().map(on -> (Node) Icons.of(on ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY)));
        play.accessibleTextProperty().bind(player.playingProperty().map(on -> Texts.of(on ? "shell.pause" : "shell.play")));
        play.setOnAction(e -> commands.run("transport.pause"));
        var stop = Icons.button(MaterialDesignS.STOP, Texts.of("shell.stop"), player::stop);
        return row(10, rewind, play, stop, loop(), clock(), new SpeedBox(player, commands));
    }

    private Button loop() {
        var commands = desk.tools().commands();
        var loop = Icons.button(MaterialDesignR.REPEAT, commands.hint("transport.loop"), () -> commands.run("transport.loop"));
        loop.setId("loop");
        loop.getStyleClass().add("switch");
        desk.player().loopProperty().subscribe(span -> {
            loop.pseudoClassStateChanged(ON, span.isPresent());
            loop.setAccessibleText(Texts.of(span.isPresent() ? "shell.loop.on" : "shell.loop.off"));
        });
        return loop;
    }

    private HBox clock() {
        var player = desk.player();
        var position = new Label();
        position.setId("position");
        position.getStyleClass().addAll("title", "clock");
        position.setMinWidth(USE_PREF_SIZE);
        position.textProperty().bind(player.positionProperty().map(s -> Clock.tenths(s.doubleValue())));
        var length = new Label();
        length.getStyleClass().add("muted");
        length.setMinWidth(USE_PREF_SIZE);
        length.setId("length");
        length.textProperty().bind(Bindings.createStringBinding(this::length, desk.arrangementProperty()));
        return row(6, position, length);
    }

    /** How long all sounds; while lines are still to be rendered, how long all will about be. */
    private String length() {
        var expected = desk.expected();
        if (expected.isKnown()) return "/ " + Clock.tenths(desk.player().length());
        return Texts.of("shell.length.expected", Clock.whole((double) expected.length() / Desk.RATE));
    }

    private HBox actions() {
        var model = new Label();
        model.setId("model");
        model.getStyleClass().addAll("muted", "small");
        Shortened.on(model);
        model.textProperty().bind(desk.speech().descriptionProperty());
        var export = new Button(Texts.of("shell.export"));
        export.setId("export");
        export.setMinWidth(USE_PREF_SIZE);
        export.setOnAction(e -> desk.tools().commands().run("file.export"));
        var render = new RenderButton(desk);
        render.setMinWidth(USE_PREF_SIZE);
        render.setMaxHeight(USE_PREF_SIZE);
        return row(12, model, export, render);
    }

    private static HBox row(double gap, Node... nodes) {
        var row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
