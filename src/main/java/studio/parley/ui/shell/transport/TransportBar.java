package studio.parley.ui.shell.transport;

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
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.ui.kit.CentredBar;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** The bar at the top: title, transport, model, export, render. */
public final class TransportBar extends StackPane {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private final ProjectSession session;

    public TransportBar(ProjectSession session) {
        this.session = session;
        var bar = new CentredBar(title(), transport(), actions());
        bar.getStyleClass().addAll("bar", "top");
        getChildren().add(bar);
    }

    private HBox title() {
        var title = new Label();
        title.getStyleClass().add("title");
        title.setId("title");
        title.textProperty().bind(session.documentProperty().map(d -> d.conversation().title()).map(t -> t.isEmpty() ? Messages.of("shell.untitled") : t));
        EllipsisTooltip.on(title).setMinWidth(40);
        var saved = new Label();
        saved.setId("saved");
        saved.getStyleClass().addAll("muted", "small");
        saved.setMinWidth(USE_PREF_SIZE);
        saved.textProperty().bind(session.keptProperty().map(k -> Messages.of("shell.kept." + k.name().toLowerCase(java.util.Locale.ROOT))));
        return row(14, title, saved);
    }

    private HBox transport() {
        var commands = session.services().commands();
        var player = session.player();
        var rewind = Icons.button(MaterialDesignS.SKIP_PREVIOUS, commands.hint("transport.rewind"), () -> commands.run("transport.rewind"));
        var play = new Button();
        play.setId("play");
        play.getStyleClass().add("play-button");
        play.graphicProperty().bind(player.playingProperty().map(on -> (Node) Icons.of(on ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY)));
        play.accessibleTextProperty().bind(player.playingProperty().map(on -> Messages.of(on ? "shell.pause" : "shell.play")));
        play.setOnAction(e -> commands.run("transport.pause"));
        var stop = Icons.button(MaterialDesignS.STOP, Messages.of("shell.stop"), player::stop);
        return row(10, rewind, play, stop, loop(), clock(), new SpeedBox(player, commands));
    }

    private Button loop() {
        var commands = session.services().commands();
        var loop = Icons.button(MaterialDesignR.REPEAT, commands.hint("transport.loop"), () -> commands.run("transport.loop"));
        loop.setId("loop");
        loop.getStyleClass().add("switch");
        session.player().loopProperty().subscribe(span -> {
            loop.pseudoClassStateChanged(ON, span.isPresent());
            loop.setAccessibleText(Messages.of(span.isPresent() ? "shell.loop.on" : "shell.loop.off"));
        });
        return loop;
    }

    private HBox clock() {
        var player = session.player();
        var position = new Label();
        position.setId("position");
        position.getStyleClass().addAll("title", "clock");
        position.setMinWidth(USE_PREF_SIZE);
        position.textProperty().bind(player.positionProperty().map(s -> TimeFormat.clock(s.doubleValue(), 1)));
        var length = new Label();
        length.getStyleClass().add("muted");
        length.setMinWidth(USE_PREF_SIZE);
        length.setId("length");
        length.textProperty().bind(Bindings.createStringBinding(this::length, session.arrangementProperty()));
        return row(6, position, length);
    }

    /** The total length; while lines are still to be rendered, the estimated length. */
    private String length() {
        var expected = session.expected();
        if (expected.isKnown()) return "/ " + TimeFormat.clock(session.player().length(), 1);
        return Messages.of("shell.length.expected", TimeFormat.clock((double) expected.length() / ProjectSession.RATE, 0));
    }

    private HBox actions() {
        var model = new Label();
        model.setId("model");
        model.getStyleClass().addAll("muted", "small");
        EllipsisTooltip.on(model);
        model.textProperty().bind(session.speech().descriptionProperty());
        var export = new Button(Messages.of("shell.export"));
        export.setId("export");
        export.setMinWidth(USE_PREF_SIZE);
        export.setOnAction(e -> session.services().commands().run("file.export"));
        var render = new RenderButton(session);
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
