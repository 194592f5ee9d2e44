package studio.parley.ui.script.context;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.studio.document.model.Document;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.script.context.ContextItems.Kind;
import studio.parley.ui.script.context.ContextItems.Thing;

/** A reference clip or a line in the context. Pressing it leaves a line out or adds it again; Shift+Enter pins it. */
final class ContextChip extends Button {
    /** The actions of a chip on a line. */
    interface Listener {
        void listen(String line, boolean pin, boolean exclude);
    }

    ContextChip(Thing thing, Document document, boolean dark, Listener listener) {
        var name = document.conversation().speaker(thing.speaker()).name();
        var label = thing.line().isPresent() ? String.valueOf(thing.number()) : Messages.of("script.reference", name);
        setText(label + thing.seconds().map(s -> " " + TimeFormat.seconds(s)).orElse(""));
        var dot = new Region();
        dot.getStyleClass().add("speaker-dot");
        var signs = new HBox(3, dot);
        signs.setAlignment(javafx.geometry.Pos.CENTER);
        if (thing.kind() == Kind.PINNED) signs.getChildren().add(Icons.of(MaterialDesignP.PIN));
        setGraphic(signs);
        getStyleClass().setAll("chip", "context-chip", thing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        setStyle("-speaker: " + SpeakerColour.css(document.track(thing.speaker()).colour(), dark));
        setMnemonicParsing(false);
        var kind = thing.kind().name().toLowerCase(Locale.ROOT);
        setAccessibleText(thing.line().isPresent() ? Messages.of("script.chip." + kind, label, thing.words())
                : Messages.of("script.chip.reference." + (thing.kind() == Kind.NO_ROOM ? kind : "heard"), name));
        EllipsisTooltip.on(this, OverrunStyle.CENTER_ELLIPSIS).setTooltip(new Tooltip(getAccessibleText()));
        thing.line().ifPresent(id -> obey(id, thing.kind(), listener));
    }

    private void obey(String id, Kind kind, Listener listener) {
        boolean out = kind == Kind.LEFT_OUT;
        boolean pinned = kind == Kind.PINNED;
        setOnAction(e -> listener.listen(id, false, !out));
        var pin = new MenuItem(Messages.of(pinned ? "script.unpin" : "script.pin"));
        pin.setOnAction(e -> listener.listen(id, !pinned, false));
        var leave = new MenuItem(Messages.of(out ? "script.hear" : "script.leave"));
        leave.setOnAction(e -> listener.listen(id, false, !out));
        setContextMenu(new ContextMenu(pin, leave));
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ENTER || !e.isShiftDown()) return;
            listener.listen(id, !pinned, false);
            e.consume();
        });
    }
}
