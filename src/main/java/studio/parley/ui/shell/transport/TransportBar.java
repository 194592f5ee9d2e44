package studio.parley.ui.shell.transport;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
    /** In lines of text: in a narrower window the title needs the width. */
    private static final double BRIEF = 54;
    private static final double TEXT = 13;
    private final ProjectSession session;
    private final RenderButton render;

    public TransportBar(ProjectSession session) {
        this.session = session;
        render = new RenderButton(session);
        var bar = new CentredBar(title(), transport(), actions());
        bar.getStyleClass().addAll("bar", "top");
        bar.setMinWidth(0);
        getChildren().add(bar);
    }

    @Override
    protected void layoutChildren() {
        render.brief(getWidth() < BRIEF * TEXT * session.services().theme().textPercent() / 100);
        super.layoutChildren();
    }

    /** The state of the file is below the title: in a narrow window the title needs the width. */
    private VBox title() {
        var title = new Label();
        title.getStyleClass().add("title");
        title.setId("title");
        title.textProperty().bind(session.documentProperty().map(d -> d.conversation().title()).map(t -> t.isEmpty() ? Messages.of("shell.untitled") : t));
        EllipsisTooltip.on(title);
        var saved = new Label();
        saved.setId("saved");
        saved.getStyleClass().addAll("muted", "small");
        saved.setMinWidth(USE_PREF_SIZE);
        saved.textProperty().bind(session.keptProperty().map(k -> Messages.of("shell.kept." + k.name().toLowerCase(java.util.Locale.ROOT))));
        var both = new VBox(title, saved);
        both.getStyleClass().add("title-block");
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
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
        length.getStyleClass().addAll("muted", "total");
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
        EllipsisTooltip.orNothing(model);
        model.textProperty().bind(session.speech().descriptionProperty());
        var export = new Button(Messages.of("shell.export"));
        export.setId("export");
        export.setMinWidth(USE_PREF_SIZE);
        export.setOnAction(e -> session.services().commands().run("file.export"));
        render.setMinWidth(USE_PREF_SIZE);
        render.setMaxHeight(USE_PREF_SIZE);
        return new Actions(model, export, render);
    }

    /** At the right end of a width that does not change with the label of the last one. */
    private static final class Actions extends HBox {
        private final RenderButton render;

        Actions(Label model, Button export, RenderButton render) {
            super(12, model, export, render);
            this.render = render;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected double computeMinWidth(double height) {
            return super.computeMinWidth(height) + render.spare();
        }

        @Override
        protected double computePrefWidth(double height) {
            return super.computePrefWidth(height) + render.spare();
        }
    }

    private static HBox row(double gap, Node... nodes) {
        var row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
