package studio.parley.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Clock;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Texts;

/** The bar on top: title, transport, model, export, render. */
final class TransportBar extends BorderPane {
    private final Desk desk;

    TransportBar(Desk desk) {
        this.desk = desk;
        getStyleClass().addAll("bar", "top");
        setLeft(centred(title()));
        setCenter(centred(transport()));
        setRight(centred(actions()));
    }

    private static HBox centred(HBox box) {
        box.setAlignment(javafx.geometry.Pos.CENTER);
        return box;
    }

    private HBox title() {
        var title = new Label();
        title.getStyleClass().add("title");
        title.setId("title");
        title.textProperty().bind(desk.documentProperty().map(d -> d.conversation().title()).map(t -> t.isEmpty() ? Texts.of("shell.untitled") : t));
        var saved = new Label();
        saved.getStyleClass().addAll("muted", "small");
        saved.textProperty().bind(desk.dirtyProperty().map(d -> Texts.of(d ? "shell.unsaved" : "shell.saved")));
        return new HBox(14, title, saved);
    }

    private HBox transport() {
        var commands = desk.tools().commands();
        var player = desk.player();
        var rewind = Icons.button(MaterialDesignS.SKIP_PREVIOUS, commands.hint("transport.rewind"), () -> commands.run("transport.rewind"));
        var play = new Button();
        play.setId("play");
        play.getStyleClass().add("play-button");
        play.graphicProperty().bind(player.playingProperty().map(on -> (Node) Icons.of(on ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY)));
        play.accessibleTextProperty().bind(player.playingProperty().map(on -> Texts.of(on ? "shell.stop" : "shell.play")));
        play.setOnAction(e -> commands.run("transport.pause"));
        var stop = Icons.button(MaterialDesignS.STOP, Texts.of("shell.stop"), player::stop);
        var loop = Icons.button(MaterialDesignR.REPEAT, commands.hint("transport.loop"), () -> commands.run("transport.loop"));
        return new HBox(10, rewind, play, stop, loop, clock());
    }

    private HBox clock() {
        var player = desk.player();
        var position = new Label();
        position.setId("position");
        position.getStyleClass().add("title");
        position.textProperty().bind(player.positionProperty().map(s -> Clock.tenths(s.doubleValue())));
        var length = new Label();
        length.getStyleClass().add("muted");
        length.textProperty().bind(Bindings.createStringBinding(() -> "/ " + Clock.tenths(player.length()), desk.arrangementProperty()));
        var box = new HBox(6, position, length);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return box;
    }

    private HBox actions() {
        var model = new Label();
        model.getStyleClass().addAll("muted", "small");
        model.textProperty().bind(desk.speech().descriptionProperty());
        var export = new Button(Texts.of("shell.export"));
        export.setId("export");
        export.setOnAction(e -> desk.tools().commands().run("file.export"));
        return new HBox(12, model, export, new RenderButton(desk));
    }
}
